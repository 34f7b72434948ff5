import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { assemble } from '../../geodata/assemble.ts';
import { withProposal } from '../../geodata/layers/proposal.ts';
import type { PackageFeature } from '../../src/domain/feature.ts';
import type { PlanFeature, Proposal } from '../../src/domain/proposal.ts';
import type { Accuracy } from '../../src/domain/provenance.ts';
import { planeOf } from '../../src/geometry/plane.ts';
import { addFeatures } from '../../src/proposal/edits/addFeatures.ts';
import { changeProperties } from '../../src/proposal/edits/changeProperties.ts';
import { removeFeatures } from '../../src/proposal/edits/removeFeatures.ts';
import { newProposal } from '../../src/proposal/newProposal.ts';
import { parcelOf, publicationOf, sourceIdOf } from '../../src/state/publication.ts';
import * as exempelstad from '../fixtures/second-city/exempelstad.ts';

const { city } = exempelstad;
const say = (text: string) => ({ sv: text, en: text, fi: text });
const words = { method: say('Inritat.'), uncertainty: say('Planerat läge.'), squareName: say('Kameraruta') };
const cityFeatures = [...assemble(exempelstad).files.entries()]
  .filter(([name]) => name.endsWith('.geojson'))
  .flatMap(([, text]) => JSON.parse(text).features as PackageFeature[]);

const common = (id: string) => ({
  id,
  name: say(id),
  measureIds: ['gangvag'],
  namndId: 'gatunamnden',
  status: 'foreslagen' as const,
});
const camera = (id: string, at: [number, number], disclosure: 'exact' | 'area' | 'secret'): PlanFeature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: at },
  properties: {
    kind: 'camera',
    ...common(id),
    ...{ bearingDegrees: 10, fieldOfViewDegrees: 60, rangeMetres: 30, disclosure, note: 'vid kiosken' },
  },
});
const light = (id: string, at: [number, number]): PlanFeature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: at },
  properties: {
    kind: 'light',
    ...common(id),
    strakId: 'gangvagen',
    heightMetres: 5,
    powerWatts: 20,
    priceSek: 4711,
  },
});
const strak: PlanFeature = {
  type: 'Feature',
  geometry: {
    type: 'LineString',
    coordinates: [
      [14.1, 57.05],
      [14.104, 57.05],
    ],
  },
  properties: {
    kind: 'strak',
    ...common('nytt-strak'),
    lengthMetres: Math.hypot(
      ...[0, 1].map((axis) => {
        const { toPlane } = planeOf(city.metricCrs.proj4);
        return toPlane([14.104, 57.05])[axis]! - toPlane([14.1, 57.05])[axis]!;
      }),
    ),
  },
};
const started = newProposal({
  id: 'abc123def',
  name: 'Ljusare väg, 2031',
  basedOn: { manifestSha256: 'x', date: '2031-05-02' },
  budgetSek: 100_000,
  at: '2031-06-01T12:00:00.000Z',
});
const drawn = addFeatures(started, [
  light('ny-lampa', [14.1031, 57.0501]),
  strak,
  camera('kamera-oppen', [14.101, 57.0502], 'exact'),
  camera('kamera-ruta', [14.102, 57.0503], 'area'),
  camera('kamera-hemlig', [14.1033, 57.0504], 'secret'),
]);
const full = removeFeatures(changeProperties(drawn, { ids: ['lampa-2'], patch: { heightMetres: 6 } }), [
  'lampa-1',
]);
const publicationFor = (proposal: Proposal, accuracy: Accuracy = 'approximate') =>
  publicationOf({ city, cityFeatures, proposal, accuracy, words });

const scratch = mkdtempSync(join(tmpdir(), 'parcel-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function unpacked(proposal: Proposal): Record<string, string> {
  const zip = parcelOf({
    publication: publicationFor(proposal),
    proposal,
    publisher: 'Exempelstad',
    date: '2031-06-02',
    readMe: 'Läs mig.\n',
  });
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('a published proposal', () => {
  const folder = sourceIdOf(full);
  const files = unpacked(full);

  it('is one folder of files, named for the proposal', () => {
    expect(folder).toBe('forslag-ljusare-vag-2031-abc123');
    expect(Object.keys(files).sort()).toEqual(
      [
        'SOURCE.md',
        'area.geojson',
        'camera.geojson',
        'light.geojson',
        'source.json',
        'strak.geojson',
        'withdrawn.json',
      ].map((name) => `${folder}/${name}`),
    );
  });

  it('names no secret camera, no cost and no note in any file', () => {
    const all = Object.values(files).join('\n');
    for (const hidden of ['kamera-hemlig', 'kamera-ruta', 'kiosken', '4711', '14.1033', '14.102,'])
      expect(all).not.toContain(hidden);
    expect(all).toContain('kamera-oppen');
  });

  it('passes the build of the city’s data, in place of what it changes', () => {
    const sourcesRoot = join(scratch, 'sources');
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(sourcesRoot, name)), { recursive: true });
      writeFileSync(join(sourcesRoot, name), text);
    }
    for (const name of ['omraden.geojson', 'gangvag.kml', 'lampor.gpx'])
      copyFileSync(join(exempelstad.sourcesRoot, name), join(sourcesRoot, name));
    const layers = withProposal({
      layers: exempelstad.layers,
      sourcesRoot,
      folder,
      title: say('Ljusare väg'),
      description: say('Ett förslag.'),
    });
    const source = JSON.parse(files[`${folder}/source.json`]!);
    const built = assemble({ city: { ...city, sources: [...city.sources, source] }, layers, sourcesRoot });
    const features = [...built.files.entries()]
      .filter(([name]) => name.endsWith('.geojson'))
      .flatMap(([, text]) => JSON.parse(text).features as PackageFeature[]);
    const ids = features.map(({ properties }) => properties.id);
    expect(ids).not.toContain('lampa-1');
    expect(ids.filter((id) => id === 'lampa-2')).toHaveLength(1);
    const changed = features.find(({ properties }) => properties.id === 'lampa-2');
    expect(changed?.properties).toMatchObject({ heightMetres: 6 });
    expect(ids).toEqual(expect.arrayContaining(['ny-lampa', 'nytt-strak', 'kamera-oppen']));
    expect(ids.filter((id) => id.startsWith('kameraruta-'))).toHaveLength(1);
    expect(built.leftOut.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([`changed or withdrawn by ${folder}`]),
    );
  });

  it('tells beforehand which ties the build would refuse', () => {
    expect(publicationFor(full).brokenTies).toEqual([]);
    const orphaned = removeFeatures(drawn, ['gangvagen']);
    expect(publicationFor(orphaned).brokenTies).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'unknown-strak', featureId: 'ny-lampa' })]),
    );
    const decided = changeProperties(drawn, { ids: ['nytt-strak'], patch: {} });
    const official: Proposal = { ...decided, changed: { 'nytt-strak': { status: 'beslutad' } } };
    expect(publicationFor(official, 'illustrative').brokenTies).toEqual([
      expect.objectContaining({ kind: 'illustration-official', featureId: 'nytt-strak' }),
    ]);
  });

  it('is refused for a measure that may never have a place', () => {
    const wrong = { ...light('l', [14.1, 57.05]) };
    wrong.properties = { ...wrong.properties, measureIds: ['stodlinje'] } as typeof wrong.properties;
    const publication = publicationFor(addFeatures(started, [wrong]));
    expect(publication.files).toEqual([]);
    expect(publication.blockers.map(({ code }) => code)).toEqual(['feature-without-measure']);
  });
});

describe('a folder that is no parcel', () => {
  it('is refused by name', () => {
    expect(() =>
      withProposal({
        layers: [],
        sourcesRoot: scratch,
        folder: 'saknas',
        title: say('x'),
        description: say('x'),
      }),
    ).toThrow('saknas/withdrawn.json');
  });
});
