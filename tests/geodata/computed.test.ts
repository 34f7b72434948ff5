import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assemble } from '../../geodata/assemble.ts';
import type { CityModule, Recipe } from '../../geodata/recipe.ts';
import { streetBuildingsIn } from '../../geodata/streetBuildings.ts';
import { makeStreets } from '../../geodata/streets/makeStreets.ts';
import * as vasteras from '../../geodata/vasteras.ts';
import type { CameraView, ComputedFeature, StrakCoverage } from '../../src/domain/computed.ts';
import type { CameraFeature, Disclosure, PackageFeature } from '../../src/domain/feature.ts';
import { trueBearingDegrees } from '../../src/geometry/bearing.ts';
import { areaInPlaneSquareMetres } from '../../src/geometry/measure.ts';
import { type LngLat, planeOf } from '../../src/geometry/plane.ts';

const plane = planeOf(vasteras.city.metricCrs.proj4);

/** The city with the disclosure of some of its cameras decided otherwise. */
const withDisclosure = (chosen: Readonly<Record<string, Disclosure>>): CityModule => ({
  ...vasteras,
  layers: vasteras.layers.map(
    (recipe): Recipe => ({
      ...recipe,
      make: (kitchen) => {
        const made = recipe.make(kitchen);
        const features = made.features.map((draft) => {
          const { properties } = draft;
          const disclosure = chosen[properties.id];
          if (properties.kind !== 'camera' || disclosure === undefined) return draft;
          return { ...draft, properties: { ...properties, disclosure } };
        });
        return { ...made, features };
      },
    }),
  ),
});

const built = (module: CityModule) => {
  const { files, manifest } = assemble(module);
  const of = <Feature>(role: string): Feature[] =>
    manifest.layers
      .filter((entry) => entry.role === role)
      .flatMap(({ file }) => JSON.parse(files.get(file)!).features as Feature[]);
  const computed = of<ComputedFeature>('computed');
  return {
    text: [...files.values()].join('\n'),
    package: of<PackageFeature>('package'),
    views: computed.filter((feature): feature is CameraView => feature.properties.kind === 'camera-view'),
    straks: computed.filter(
      (feature): feature is StrakCoverage => feature.properties.kind === 'strak-coverage',
    ),
  };
};
const city = built(vasteras);
const cameras = city.package.filter(
  (feature): feature is CameraFeature => feature.properties.kind === 'camera',
);

const ringsOf = ({ geometry }: CameraView): LngLat[][] =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((rings) =>
    rings[0]!.map(([lng, lat]): LngLat => [lng!, lat!]),
  );
const areaOf = (view: CameraView): number =>
  ringsOf(view).reduce((sum, ring) => sum + areaInPlaneSquareMetres(plane, [ring]), 0);

describe('what the public cameras see', () => {
  it('is a sector as wide and long as each camera states, turned its way', () => {
    expect(city.views.map(({ properties }) => properties.cameraId)).toEqual(
      cameras.map(({ properties }) => properties.id),
    );
    city.views.forEach((view, index) => {
      const { geometry, properties } = cameras[index]!;
      const { rangeMetres, fieldOfViewDegrees, bearingDegrees } = properties;
      const whole = (Math.PI * rangeMetres ** 2 * fieldOfViewDegrees) / 360;
      expect(view.properties.areaSquareMetres).toBe(Math.round(whole));
      expect(areaOf(view) / whole).toBeCloseTo(1, 1.8);
      const at: LngLat = [geometry.coordinates[0]!, geometry.coordinates[1]!];
      for (const corner of ringsOf(view).flat()) {
        const [east, north] = plane.toPlane(corner);
        const [fromEast, fromNorth] = plane.toPlane(at);
        const metres = Math.hypot(east - fromEast, north - fromNorth);
        expect(metres).toBeLessThan(rangeMetres + 0.2);
        if (metres < 1) continue;
        const aside = ((trueBearingDegrees(plane, at, corner) - bearingDegrees + 540) % 360) - 180;
        expect(Math.abs(aside)).toBeLessThan(fieldOfViewDegrees / 2 + 0.5);
      }
    });
  });

  it('ends at the buildings that the city brings', () => {
    const scratch = mkdtempSync(join(tmpdir(), 'buildings-'));
    afterAll(() => rmSync(scratch, { recursive: true, force: true }));
    const { geometry, properties } = cameras[0]!;
    const [east, north] = plane.toPlane([geometry.coordinates[0]!, geometry.coordinates[1]!]);
    const [toEast, toNorth] = [properties.bearingDegrees]
      .map((d) => (d * Math.PI) / 180)
      .flatMap((a) => [Math.sin(a), Math.cos(a)]) as [number, number];
    // a wall 40 m wide across the view, 10 m away
    const corner = (ahead: number, aside: number) => [
      ...plane.toLngLat([east + ahead * toEast + aside * toNorth, north + ahead * toNorth - aside * toEast]),
    ];
    const ring = [corner(10, -20), corner(12, -20), corner(12, 20), corner(10, 20), corner(10, -20)];
    const house = { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } };
    const file = join(scratch, 'hus.geojson');
    writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features: [house] }));
    const { views, straks } = built({ ...vasteras, buildings: [relative(vasteras.sourcesRoot, file)] });
    // what is left is the triangle before the wall: 10 m deep, as wide as the view is there
    const triangle = 100 * Math.tan(((properties.fieldOfViewDegrees / 2) * Math.PI) / 180);
    expect(areaOf(views[0]!) / triangle).toBeCloseTo(1, 1.5);
    expect(views[0]!.properties).toMatchObject({
      areaSquareMetres: Math.round(triangle),
      hasBuildings: true,
    });
    expect(areaOf(views[1]!)).toBeCloseTo(areaOf(city.views[1]!), 1);
    expect(straks[0]!.properties.seenShare).toBeLessThan(city.straks[0]!.properties.seenShare);
  });
});

describe('the buildings of a street extract', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'streets-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it('stand in the way too, and are credited', async () => {
    const extract = join(import.meta.dirname, '../fixtures/osm/house-beside-camera.osm');
    const out = join(scratch, 'streets');
    await makeStreets({ files: [extract], box: 'auto', out });
    // that house stands to the right of the third camera, which is turned to it here
    const turned: CityModule = {
      ...vasteras,
      layers: vasteras.layers.map((recipe) => ({
        ...recipe,
        make: (kitchen) => {
          const made = recipe.make(kitchen);
          const features = made.features.map((draft) =>
            draft.properties.kind === 'camera' && draft.properties.id === 'kamera-3'
              ? { ...draft, properties: { ...draft.properties, bearingDegrees: 90 } }
              : draft,
          );
          return { ...made, features };
        },
      })),
    };
    const { manifest, files } = assemble(turned, streetBuildingsIn(out));
    const entry = manifest.layers.find(({ role }) => role === 'computed')!;
    expect(entry.licence).toContain('ODbL-1.0');
    const features = JSON.parse(files.get(entry.file)!).features as ComputedFeature[];
    const view = features.find(({ properties }) => properties.id === 'synfalt-kamera-3') as CameraView;
    expect(view.properties.hasBuildings).toBe(true);
    expect(view.properties.areaSquareMetres).toBeLessThan(30);
    expect(assemble(turned).manifest.layers.at(-1)!.licence).not.toContain('ODbL-1.0');
  });
});

describe('a camera whose place is not public', () => {
  const [, second] = cameras;
  const place = second!.geometry.coordinates.join();
  // another layer shows a place at the very same point: that one stays
  const layersWithPlace = (text: string): number => text.split(`"id":"${second!.properties.id}"`).length - 1;

  it('is in no layer when it is secret, nor what it sees', () => {
    const secret = built(withDisclosure({ [second!.properties.id]: 'secret' }));
    expect(layersWithPlace(city.text)).toBe(1);
    expect(layersWithPlace(secret.text)).toBe(0);
    expect(secret.text).not.toContain(`synfalt-${second!.properties.id}`);
    const atPlace = secret.package.filter(({ properties: { kind } }) => kind === 'camera' || kind === 'area');
    expect(JSON.stringify(atPlace)).not.toContain(place);
    expect(secret.views).toHaveLength(city.views.length - 1);
    expect(secret.straks[0]!.properties.seenShare).toBeLessThan(city.straks[0]!.properties.seenShare);
    expect(secret.straks[0]!.properties.nearCameraShare).toBe(0);
  });

  it('is one square with the others of its square when it is shown as an area', () => {
    const all = Object.fromEntries(cameras.map(({ properties }) => [properties.id, 'area'] as const));
    const general = built(withDisclosure(all));
    expect(general.views).toEqual([]);
    expect(general.package.some(({ properties }) => properties.kind === 'camera')).toBe(false);
    const squares = general.package.filter(({ properties }) => properties.id.startsWith('kameraruta-'));
    expect(squares.length).toBeGreaterThan(0);
    expect(squares.length).toBeLessThanOrEqual(cameras.length);
    expect(general.straks[0]!.properties).toMatchObject({ seenShare: 0, bothShare: 0 });
    expect(general.straks[0]!.properties.nearCameraShare).toBeGreaterThan(0.2);
  });

  it('gives the same bytes wherever in its square it stands', () => {
    const moved = (metres: number): CityModule => {
      const module = withDisclosure({ [second!.properties.id]: 'area' });
      return {
        ...module,
        layers: module.layers.map((recipe) => ({
          ...recipe,
          make: (kitchen) => {
            const made = recipe.make(kitchen);
            const features = made.features.map((draft) => {
              if (draft.properties.id !== second!.properties.id || draft.geometry.type !== 'Point')
                return draft;
              const [lng, lat] = draft.geometry.coordinates;
              const [east, north] = plane.toPlane([lng!, lat!]);
              const cell = (value: number): number => Math.floor(value / 250) * 250 + 125 + metres;
              const coordinates = [...plane.toLngLat([cell(east), cell(north)])];
              return { ...draft, geometry: { type: 'Point' as const, coordinates } };
            });
            return { ...made, features };
          },
        })),
      };
    };
    expect(built(moved(90)).text).toBe(built(moved(-90)).text);
  });
});

describe('the statement for a stråk', () => {
  it('counts known light and public cameras, and each share is a share', () => {
    const { properties } = city.straks[0]!;
    expect(properties).toMatchObject({ strakId: 'tryggt-strak-linje', hasBuildings: false });
    // 37 lamps of 2 000 lm on 910 m of path, 3 m wide: some lux on average, less at the darkest point
    expect(properties.light!.meanLux).toBeGreaterThan(2);
    expect(properties.light!.minimumLux).toBeLessThan(properties.light!.meanLux);
    expect(properties.bothShare).toBeLessThanOrEqual(Math.min(properties.litShare, properties.seenShare));
    // five cameras that each look along 25 m of it; the last but one looks along the same leg as the last
    expect(properties.seenShare).toBeCloseTo((5 * 25) / 910, 2);
  });
});
