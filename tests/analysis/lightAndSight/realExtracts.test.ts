import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Ground } from '../../../src/analysis/lightAndSight/question.ts';
import type { BackgroundPath } from '../../../src/domain/background.ts';
import type { PlanFeature } from '../../../src/domain/proposal.ts';
import { planBackgroundOf } from '../../../src/exchange/osm/planBackground.ts';
import { gridConvergenceDegrees, turnedDegrees } from '../../../src/geometry/bearing.ts';
import { placesAlong } from '../../../src/geometry/line.ts';
import { planeOf } from '../../../src/geometry/plane.ts';
import { read } from '../../exchange/city.ts';
import { cameraIn, LISTED, partsOf, planWith, strakIn } from './aPlan.ts';

/** Two real places from OpenStreetMap, with an invented plan along one path of each. REGEN=1 writes the plans anew. */
const PLACES = [
  { name: 'laufamholz', zone: 32, pathId: 'way/143021334' },
  { name: 'berlin-siegessaeule', zone: 33, pathId: 'way/27250281' },
];

const NAMES = { strak: 'Provstråk', light: 'Provlampa', camera: 'Provkamera' };

function planAlong(path: BackgroundPath, proj4: string): PlanFeature[] {
  const plane = planeOf(proj4);
  const line = path.geometry.coordinates.map(([lng = 0, lat = 0]) => plane.toPlane([lng, lat]));
  const common = (kind: keyof typeof NAMES, id: string) => ({
    kind,
    id,
    name: { sv: `${NAMES[kind]} ${id}`, en: `${kind} ${id}`, fi: `${kind} ${id}` },
    measureIds: ['trygga-strak'],
    namndId: 'tekniska-namnden',
    status: 'foreslagen',
  });
  const point = (at: readonly [number, number]) => ({
    type: 'Point',
    coordinates: plane.toLngLat(at).map((degrees) => Number(degrees.toFixed(7))),
  });
  const lamps = placesAlong(line, { spacingMetres: 28, fromMetres: 4, offsetMetres: 2.5 });
  const posts = placesAlong(line, { spacingMetres: 90, fromMetres: 30, offsetMetres: -3 });
  const convergence = gridConvergenceDegrees(plane, plane.toLngLat(line[0] ?? [0, 0]));
  return [
    {
      type: 'Feature',
      geometry: path.geometry,
      properties: { ...common('strak', 'prov'), lengthMetres: 1, widthMetres: 3 },
    },
    ...lamps.map((place, i) => ({
      type: 'Feature',
      geometry: point(place.point),
      properties: {
        ...common('light', `l${i}`),
        strakId: 'prov',
        heightMetres: 5,
        fluxLumens: 2400,
        opticId: 'ts-path-m',
      },
    })),
    ...posts.map((place, i) => ({
      type: 'Feature',
      geometry: point(place.point),
      properties: {
        ...common('camera', `k${i}`),
        strakId: 'prov',
        bearingDegrees: turnedDegrees(Math.round(place.bearingDegrees + convergence)),
        ...{ fieldOfViewDegrees: 70, rangeMetres: 60, heightMetres: 4, tiltDegrees: 12 },
        ...{ horizontalPixels: 3840, verticalPixels: 2160, disclosure: 'exact' },
      },
    })),
  ] as PlanFeature[];
}

describe.each(PLACES)('a plan in the extract of $name', ({ name, zone, pathId }) => {
  const proj4 = `+proj=utm +zone=${zone} +ellps=GRS80 +units=m`;
  const given = (async () => {
    const bytes = readFileSync(new URL(`../../fixtures/osm/${name}.osm`, import.meta.url));
    const { background } = await read(`${name}.osm`, bytes);
    const around = background ? planBackgroundOf(background) : [];
    const path = around.find((feature): feature is BackgroundPath => feature.properties.id === pathId);
    const of = (kind: string) => around.filter((feature) => feature.properties.kind === kind);
    const ground = {
      proj4,
      buildings: of('building'),
      lamps: of('lamp'),
      paths: of('path'),
    } as unknown as Ground;
    const plan = path ? planAlong(path, proj4) : [];
    if (process.env.REGEN === '1')
      writeFileSync(
        new URL(`../../fixtures/osm/${name}-plan.geojson`, import.meta.url),
        `${JSON.stringify({ type: 'FeatureCollection', features: plan })}\n`,
      );
    return { ground, plan };
  })();

  it('is the one that the picture shows', async () => {
    const { plan } = await given;
    const text = readFileSync(new URL(`../../fixtures/osm/${name}-plan.geojson`, import.meta.url), 'utf8');
    expect(JSON.parse(text).features).toEqual(plan);
  });

  it('is lit and seen as far as its houses let it be', async () => {
    const { ground, plan } = await given;
    const among = planWith(plan, LISTED, ground).reports;
    const open = planWith(plan, LISTED, { ...ground, buildings: [] }).reports;
    const [withHouses, without] = [strakIn(among, 'prov'), strakIn(open, 'prov')];
    expect(withHouses?.light.both?.figures.meanHorizontal).toBeGreaterThan(1);
    expect(withHouses?.light.both?.figures.meanHorizontal).toBeLessThanOrEqual(
      (without?.light.both?.figures.meanHorizontal ?? 0) + 1e-9,
    );
    expect(withHouses?.seen.seenShare).toBeGreaterThan(0.1);
    expect(withHouses?.seen.seenShare).toBeLessThanOrEqual((without?.seen.seenShare ?? 0) + 1e-9);
    for (const { id } of partsOf(among, 'cameras').flatMap(({ answers }) => answers))
      expect(cameraIn(among, id)?.areaSquareMetres).toBeLessThanOrEqual(
        (cameraIn(open, id)?.areaSquareMetres ?? 0) + 1e-6,
      );
  });

  it('calls nothing dark near lamps of unknown strength, and nothing at all when nobody has listed them', async () => {
    const { ground, plan } = await given;
    const alone = plan.filter(({ properties }) => properties.kind === 'strak');
    const unlisted = strakIn(planWith(alone, DEFAULT_SETTINGS, ground).reports, 'prov');
    expect(unlisted?.light.both?.gaps).toEqual([]);
    const listed = strakIn(planWith(alone, LISTED, ground).reports, 'prov');
    const dark = listed?.light.both?.gaps.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0) ?? 0;
    // Berlin's path has lamps on the map, the suburb's street has none
    if (ground.lamps.length > 0) expect(dark).toBeLessThan((listed?.lengthMetres ?? 0) - 30);
    else expect(dark).toBeCloseTo(listed?.lengthMetres ?? -1, 6);
  });
});
