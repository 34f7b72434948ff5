import type { City } from '../../src/domain/city.ts';
import type { AreaFeature, ContextCollection, PackageFeature } from '../../src/domain/feature.ts';
import type { Accuracy } from '../../src/domain/provenance.ts';
import type { LocalText } from '../../src/domain/text.ts';
import type { Scene } from '../../src/map/scene.ts';

export const text = (sv: string): LocalText => ({ sv, en: `${sv} (en)`, fi: `${sv} (fi)` });

const programme = (id: string, letter: string, light: string, night: string): City['programmes'][number] => ({
  id,
  letter,
  officialTitle: id,
  name: text(id),
  short: text(id),
  colour: { light, night },
  pattern: 'solid',
});
const measure = (id: string, grantId: string): City['measures'][number] => ({
  id,
  grantId,
  officialText: id,
  name: text(id),
  summary: text(id),
  reach: { kind: 'places' },
  share: { kind: 'included' },
  facts: [],
});

/** An invented city of two programmes, each with one grant and one measure. */
export const TINY_CITY: Scene['city'] = {
  programmes: [
    programme('p-blue', 'A', '#2F66AD', '#7FB0F2'),
    programme('p-gold', 'B', '#9A6400', '#F3B84A'),
  ],
  grants: [
    { id: 'g-blue', programmeId: 'p-blue', namndId: 'board', amountSek: 1000 },
    { id: 'g-gold', programmeId: 'p-gold', namndId: 'board', amountSek: 2000 },
  ],
  measures: [measure('m-blue', 'g-blue'), measure('m-gold', 'g-gold')],
  readings: [
    {
      id: 'west',
      title: text('Väster'),
      why: text('Ingen gräns'),
      defaultOptionId: 'narrow',
      options: [
        { id: 'narrow', name: text('Snäv'), basis: text('Ord') },
        { id: 'wide', name: text('Vid'), basis: text('Distrikt') },
      ],
    },
  ],
};

const base = (id: string, accuracy: Accuracy, measureId: string) => ({
  id,
  name: text(id),
  measureIds: [measureId],
  namndId: 'board',
  status: 'foreslagen' as const,
  provenance: { sourceIds: ['source'], accuracy, method: text('hur') },
});

/** A square of 0.02 degrees with its south-west corner at `corner`. */
export function anArea(
  id: string,
  accuracy: Accuracy,
  optionId?: string,
  corner: readonly [number, number] = [16, 59],
): AreaFeature {
  const [west, south] = corner;
  const [east, north] = [west + 0.02, south + 0.02];
  return {
    type: 'Feature',
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
    properties: {
      kind: 'area',
      ...base(id, accuracy, 'm-blue'),
      areaKm2: 2.5,
      ...(optionId && { reading: { groupId: 'west', optionId } }),
    },
  };
}

const point = (lng: number, lat: number) => ({ type: 'Point' as const, coordinates: [lng, lat] });

export const aStrak: PackageFeature = {
  type: 'Feature',
  geometry: {
    type: 'LineString',
    coordinates: [
      [16.0, 59.0],
      [16.01, 59.01],
    ],
  },
  properties: { kind: 'strak', ...base('strak', 'illustrative', 'm-gold'), lengthMetres: 1200 },
};
export const aLight: PackageFeature = {
  type: 'Feature',
  geometry: point(16.005, 59.005),
  properties: { kind: 'light', ...base('light', 'illustrative', 'm-gold'), fluxLumens: 6000 },
};
export const aCamera: PackageFeature = {
  type: 'Feature',
  geometry: point(16.006, 59.006),
  properties: {
    kind: 'camera',
    ...base('camera', 'illustrative', 'm-gold'),
    bearingDegrees: 90,
    fieldOfViewDegrees: 64,
    rangeMetres: 40,
    disclosure: 'exact',
  },
};
export const aPlace: PackageFeature = {
  type: 'Feature',
  geometry: point(16.007, 59.007),
  properties: { kind: 'place', ...base('museum', 'surveyed', 'm-blue'), category: 'museum' },
};

export const CONTEXT: ContextCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: anArea('x', 'derived').geometry,
      properties: { kind: 'context', context: 'municipality', id: 'town', name: 'Lillköping' },
    },
    {
      type: 'Feature',
      geometry: point(16.01, 59.01),
      properties: { kind: 'context', context: 'neighbourhood-label', id: 'n-1', name: 'Väster-Sjö-tomten' },
    },
  ],
};

/** A scene with one of everything; `changes` replace its parts. Deep-frozen, so that nothing can write to it. */
export function aScene(changes: Partial<Scene> = {}): Scene {
  return frozen({
    flavour: 'light',
    language: 'sv',
    city: TINY_CITY,
    basemap: { kind: 'overview' },
    context: [CONTEXT],
    features: [
      anArea('west', 'derived', 'narrow'),
      anArea('park', 'approximate'),
      aStrak,
      aLight,
      aCamera,
      aPlace,
    ],
    ghosts: [anArea('west-wide', 'derived', 'wide')],
    selectedIds: new Set<string>(),
    marker: null,
    words: {
      illustration: 'Illustration',
      approximate: 'ungefärlig yta',
      candidate: 'utan publicerad gräns',
    },
    ...changes,
  });
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
