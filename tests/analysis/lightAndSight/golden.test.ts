import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outline, Report } from '../../../src/analysis/lightAndSight/question.ts';
import type { BackgroundBuilding } from '../../../src/domain/background.ts';
import type { PlanFeature } from '../../../src/domain/proposal.ts';
import { area, building, camera, EMPTY_GROUND, LISTED, light, partsOf, planWith, strak } from './aPlan.ts';

/**
 * Whole answers as GeoJSON: a plan with its surroundings goes in, gaps, zones and figures come out. Both files can be opened in any
 * map program and judged by eye. REGEN=1 writes them anew; a change of them is a change of what planners are told.
 */
const folder = join(import.meta.dirname, '../../golden/lightAndSight');

const lens = {
  heightMetres: 5,
  tiltDegrees: 18,
  horizontalPixels: 3840,
  verticalPixels: 2160,
  rangeMetres: 60,
};
const CASES: Readonly<Record<string, readonly GeoJSON.Feature[]>> = {
  'light-missing-lamp': [
    strak(
      'vagen',
      [
        [0, 0],
        [60, 0],
        [90, 30],
      ],
      { widthMetres: 4 },
    ),
    ...[0, 25, 75].map((east, i) => light(`lampa-${i}`, Math.min(east, 64), 3 + Math.max(0, east - 60))),
  ],
  'light-behind-wall': [
    strak('vagen', [
      [0, 0],
      [50, 0],
    ]),
    light('lampa', 25, 12),
    building(
      'mur',
      [
        [15, 5],
        [35, 5],
        [35, 7],
        [15, 7],
      ],
      { use: 'wall', heightMetres: 4 },
    ),
  ],
  'sight-between-houses': [
    strak('vagen', [
      [-20, 0],
      [60, 0],
    ]),
    camera('kamera', 0, 0, lens),
    camera('sektor', 60, 5, { bearingDegrees: 260, disclosure: 'area' }),
    building('hus-a', [
      [12, 3],
      [24, 3],
      [24, 14],
      [12, 14],
    ]),
    building(
      'hus-b',
      [
        [10, -16],
        [22, -16],
        [22, -4],
        [10, -4],
      ],
      { heightMetres: 3 },
    ),
    ...[0, 20, 40].map((east, i) => light(`lampa-${i}`, east, -2)),
  ],
  'sight-inside-and-touching': [
    camera('inne', 5, 5, lens),
    camera('fasad', 10, 5, lens),
    building('vanster', [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ]),
    building(
      'hoger',
      [
        [10, 10],
        [20, 10],
        [20, 20],
        [10, 20],
      ],
      { use: 'school', name: 'Skolan' },
    ),
    area('gard', [
      [12, 0],
      [30, 0],
      [30, 10],
      [12, 10],
    ]),
  ],
};

const rounded = (value: unknown, digits: number): unknown =>
  JSON.parse(JSON.stringify(value), (_, part) =>
    typeof part === 'number' ? Number(part.toFixed(digits)) : part,
  );

const surface = (outline: Outline, properties: object): GeoJSON.Feature => ({
  type: 'Feature',
  geometry: rounded({ type: 'Polygon', coordinates: [[...outline, outline[0]]] }, 7) as GeoJSON.Polygon,
  properties: rounded(properties, 3) as GeoJSON.GeoJsonProperties,
});

/** What the reports say, as features. */
function answersOf(reports: readonly Report[]): GeoJSON.Feature[] {
  const straks = partsOf(reports, 'straks').flatMap(({ answers }) => answers);
  const cameras = partsOf(reports, 'cameras').flatMap(({ answers }) => answers);
  const areas = partsOf(reports, 'areas').flatMap(({ answers }) => answers);
  return [
    ...straks.flatMap(({ id, light: { both }, seen, together }): GeoJSON.Feature[] => [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [0, 0] },
        properties: rounded(
          {
            id,
            figures: both?.figures,
            reached: both?.reached,
            seenShare: seen.seenShare,
            unseen: seen.unseen.map(({ startMetres, endMetres }) => [startMetres, endMetres]),
            together,
          },
          3,
        ) as GeoJSON.GeoJsonProperties,
      },
      ...(both?.gaps ?? []).map(
        ({ line, startMetres, endMetres }): GeoJSON.Feature => ({
          type: 'Feature',
          geometry: rounded({ type: 'LineString', coordinates: line }, 7) as GeoJSON.LineString,
          properties: rounded({ gapOf: id, startMetres, endMetres }, 3) as GeoJSON.GeoJsonProperties,
        }),
      ),
    ]),
    ...cameras.flatMap(({ id, kind, zones, outlines, dark, residents, ...facts }) => {
      const { areaSquareMetres, darkSquareMetres, maskedSquareMetres, blindMetres, exposedDwellings, near } =
        facts;
      const said = {
        id,
        kind,
        areaSquareMetres,
        darkSquareMetres,
        maskedSquareMetres,
        blindMetres,
        exposedDwellings,
        near,
        residents: residents.kind,
      };
      const shapes =
        kind === 'zones'
          ? zones.flatMap((zone) =>
              zone.outlines.map((outline) =>
                surface(outline, { levelOf: id, level: zone.levelId, rangeMetres: zone.rangeMetres }),
              ),
            )
          : outlines.map((outline) => surface(outline, { seenBy: id }));
      const point: GeoJSON.Feature = {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [0, 0] },
        properties: rounded(said, 2) as GeoJSON.GeoJsonProperties,
      };
      return [point, ...shapes, ...dark.map((outline) => surface(outline, { darkFor: id }))];
    }),
    ...areas.map(
      ({ id, together, areaSquareMetres }): GeoJSON.Feature => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [0, 0] },
        properties: rounded({ id, areaSquareMetres, together }, 3) as GeoJSON.GeoJsonProperties,
      }),
    ),
  ];
}

function golden(name: string, features: readonly GeoJSON.Feature[]): unknown {
  const file = join(folder, name);
  const value = { type: 'FeatureCollection', features };
  if (process.env.REGEN === '1' || !existsSync(file))
    writeFileSync(file, `${JSON.stringify(value, null, 1)}\n`);
  return JSON.parse(readFileSync(file, 'utf8')).features;
}

describe('golden answers', () => {
  it.each(Object.keys(CASES))('%s', (name) => {
    const given = golden(`${name}.in.geojson`, CASES[name] ?? []) as GeoJSON.Feature[];
    const isBuilding = (feature: GeoJSON.Feature): boolean => feature.properties?.kind === 'building';
    const buildings = given.filter(isBuilding) as BackgroundBuilding[];
    const features = given.filter((feature) => !isBuilding(feature)) as PlanFeature[];
    const { reports } = planWith(features, LISTED, { ...EMPTY_GROUND, buildings });
    const answers = answersOf(reports);
    expect(answers.length).toBeGreaterThan(0);
    expect(answers).toEqual(golden(`${name}.out.geojson`, answers));
  });
});
