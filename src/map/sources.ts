import type { Feature, FeatureCollection, GeoJsonProperties, Geometry } from 'geojson';
import type { PackageFeature } from '../domain/feature.ts';
import { contextFeatures } from './contextFeatures.ts';
import { nameSpots } from './nameSpots.ts';
import type { Scene } from './scene.ts';
import { sectorOf } from './sector.ts';
import { nudgesOf } from './sharedSpots.ts';

/** The sources the map always has. They start empty; each overlay adds one of its own. */
export const SOURCE_IDS = [
  'context',
  'areas',
  'names',
  'ghosts',
  'strak',
  'lights',
  'cameras',
  'camera-sectors',
  'places',
  'selection',
  'marker',
] as const;
export type SourceId = (typeof SOURCE_IDS)[number];

export const overlaySourceId = (overlayId: string): string => `overlay:${overlayId}`;

/** An area at least this large carries its name as a district does; smaller ones carry it beside them. */
const DISTRICT_KM2 = 1.5;

type Collection = FeatureCollection<Geometry, GeoJsonProperties>;

type Drawer = ReturnType<typeof packageDrawer>;
type Kind = PackageFeature['properties']['kind'];

const groupsOfArray = new WeakMap<readonly PackageFeature[], ReadonlyMap<Kind, readonly PackageFeature[]>>();
/** The group of each kind that was made last: one with the same members stays the same array. */
const lastGroups = new Map<Kind, readonly PackageFeature[]>();
const NONE: readonly PackageFeature[] = [];

/** The features of one kind. Kept per array: every source of a scene asks, and there may be a hundred thousand. */
function ofKind({ features }: Pick<Scene, 'features'>, kind: Kind): readonly PackageFeature[] {
  const groups = groupsOfArray.get(features) ?? groupedByKind(features);
  groupsOfArray.set(features, groups);
  return groups.get(kind) ?? NONE;
}

function groupedByKind(features: readonly PackageFeature[]): ReadonlyMap<Kind, readonly PackageFeature[]> {
  const groups = new Map<Kind, PackageFeature[]>();
  for (const feature of features) {
    const group = groups.get(feature.properties.kind);
    if (group) group.push(feature);
    else groups.set(feature.properties.kind, [feature]);
  }
  return new Map([...groups].map(([kind, group]) => [kind, asBefore(kind, group)]));
}

function asBefore(kind: Kind, group: readonly PackageFeature[]): readonly PackageFeature[] {
  const last = lastGroups.get(kind);
  if (last && sameParts(last, group)) return last;
  lastGroups.set(kind, group);
  return group;
}

/** The kinds of feature a source is made of, where it is made of the package's features. */
const KINDS_IN: Readonly<Partial<Record<SourceId, readonly Kind[]>>> = {
  areas: ['area'],
  names: ['area', 'strak'],
  strak: ['strak'],
  lights: ['light'],
  cameras: ['camera'],
  'camera-sectors': ['camera'],
  places: ['place'],
};

const BUILDERS: Readonly<Record<SourceId, (scene: Scene, draw: Drawer) => Feature[]>> = {
  context: ({ context }) => contextFeatures(context.flatMap(({ features }) => features)),
  areas: (scene, { plain }) => ofKind(scene, 'area').map(plain),
  names: (scene, { named }) => [...ofKind(scene, 'area'), ...ofKind(scene, 'strak')].flatMap(named),
  ghosts: ({ ghosts }, { ghost }) => ghosts.map(ghost),
  strak: (scene, { plain }) => ofKind(scene, 'strak').map(plain),
  lights: (scene, { plain }) => ofKind(scene, 'light').map(plain),
  cameras: (scene, { plain }) => ofKind(scene, 'camera').map(plain),
  'camera-sectors': (scene, { sector }) => ofKind(scene, 'camera').flatMap(sector),
  places: (scene, { nudged }) => ofKind(scene, 'place').map(nudged),
  selection: ({ features, ghosts, selectedIds }, { nudged }) =>
    [...features, ...ghosts].filter(({ properties }) => selectedIds.has(properties.id)).map(nudged),
  marker: ({ marker }) =>
    marker
      ? [{ type: 'Feature', geometry: { type: 'Point', coordinates: [...marker] }, properties: {} }]
      : [],
};

/** The ids of every GeoJSON source of a scene. */
export function sourceIdsOf({ overlays = [] }: Pick<Scene, 'overlays'>): string[] {
  return [...SOURCE_IDS, ...overlays.map(({ id }) => overlaySourceId(id))];
}

/** The data of every source of a scene: features stripped to what the style reads, names in its language. */
export function sourcesOf(scene: Scene): Record<string, Collection> {
  return Object.fromEntries(sourceIdsOf(scene).map((id) => [id, sourceOf(scene, id)]));
}

/**
 * The data of one source.
 * @throws when the scene has no such source
 */
export function sourceOf(scene: Scene, sourceId: string): Collection {
  const overlay = scene.overlays?.find(({ id }) => overlaySourceId(id) === sourceId);
  if (overlay) return overlay.data;
  const build = BUILDERS[sourceId as SourceId];
  if (!build) throw new Error(`unknown source "${sourceId}"`);
  return { type: 'FeatureCollection', features: build(scene, packageDrawer(scene)) };
}

/** How many features a source draws at most: enough to know whether it is a large one. */
export function sizeOf(scene: Scene, sourceId: string): number {
  const overlay = scene.overlays?.find(({ id }) => overlaySourceId(id) === sourceId);
  if (overlay) return overlay.data.features.length;
  const kinds = KINDS_IN[sourceId as SourceId] ?? [];
  return kinds.reduce((sum, kind) => sum + ofKind(scene, kind).length, 0);
}

/** The features of a source, some at a time, so that a large one need not be made in one go. */
export function* slicesOf(scene: Scene, sourceId: string, size: number): Generator<readonly Feature[]> {
  const overlay = scene.overlays?.find(({ id }) => overlaySourceId(id) === sourceId);
  const [kind, ...others] = KINDS_IN[sourceId as SourceId] ?? [];
  if (!overlay && (kind === undefined || others.length > 0)) {
    yield sourceOf(scene, sourceId).features;
    return;
  }
  const whole = overlay?.data.features ?? ofKind(scene, kind as Kind);
  for (let start = 0; start < whole.length; start += size) {
    const slice = whole.slice(start, start + size);
    yield overlay
      ? (slice as Feature[])
      : sourceOf({ ...scene, features: slice as PackageFeature[] }, sourceId).features;
  }
}

/**
 * The parts of a scene a source is made of, compared by identity: the same parts give the same data,
 * so the source needs no new computation and the map no new tiles.
 */
export function ingredientsOf(scene: Scene, sourceId: string): readonly unknown[] {
  const { city, context, features, ghosts, language, marker, selectedIds, words } = scene;
  switch (sourceId as SourceId) {
    case 'context':
      return context;
    case 'marker':
      return [marker?.[0], marker?.[1]];
    case 'ghosts':
      return [city.programmes, city.grants, city.measures, city.readings, language, ...ghosts];
    case 'selection':
      return [city.programmes, language, words.illustration, features, ghosts, ...[...selectedIds].sort()];
    default: {
      const overlay = scene.overlays?.find(({ id }) => overlaySourceId(id) === sourceId);
      if (overlay) return [overlay.data];
      const { programmes, grants, measures } = city;
      const ours = (KINDS_IN[sourceId as SourceId] ?? []).map((kind) => ofKind(scene, kind));
      return [programmes, grants, measures, language, scene.views, ...Object.values(words), ...ours];
    }
  }
}

/** Whether nothing a source or a style is made of has changed. */
export function sameParts(one: readonly unknown[] | undefined, other: readonly unknown[]): boolean {
  return (
    one !== undefined && one.length === other.length && one.every((part, index) => part === other[index])
  );
}

/** Which programme pays for a feature: that of its first measure. */
function programmeFinder({ grants, measures }: Scene['city']): (feature: PackageFeature) => string {
  const programmeOfGrant = new Map(grants.map(({ id, programmeId }) => [id, programmeId]));
  const programmeOfMeasure = new Map(
    measures.map(({ id, grantId }) => [id, programmeOfGrant.get(grantId) ?? '']),
  );
  return ({ properties }) => programmeOfMeasure.get(properties.measureIds[0] ?? '') ?? '';
}

function packageDrawer(scene: Scene) {
  const { language, words, city } = scene;
  const programmeOf = programmeFinder(city);
  const optionNames = new Map(
    city.readings.flatMap(({ options }) => options.map(({ id, name }) => [id, name[language]])),
  );

  const propertiesOf = (feature: PackageFeature): Record<string, unknown> => {
    const { properties } = feature;
    const { accuracy } = properties.provenance;
    return {
      id: properties.id,
      kind: properties.kind,
      programme: programmeOf(feature),
      accuracy,
      label: properties.name[language],
      ...noteOf(feature, words),
      ...ownProperties(feature),
    };
  };
  const crowd = ofKind(scene, 'strak').flatMap(({ geometry }) =>
    geometry.type === 'LineString' ? geometry.coordinates : [],
  );
  const plain = (feature: PackageFeature): Feature => ({
    type: 'Feature',
    geometry: feature.geometry,
    properties: propertiesOf(feature),
  });
  let nudges: ReturnType<typeof nudgesOf> | undefined;
  return {
    plain,
    /** As plain, and, where places stand too close together, how far aside it is drawn. */
    nudged: (feature: PackageFeature): Feature => {
      nudges ??= nudgesOf(ofKind(scene, 'place'));
      const drawn = plain(feature);
      const nudge = nudges.get(feature.properties.id);
      return nudge ? { ...drawn, properties: { ...drawn.properties, nudge } } : drawn;
    },
    named: (feature: PackageFeature): Feature[] => {
      const properties = propertiesOf(feature);
      return nameSpots(feature, properties.district === true, crowd).map(({ at, spot }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: at },
        properties: { ...properties, spot },
      }));
    },
    ghost: (feature: PackageFeature): Feature => {
      const { id, programme, label } = propertiesOf(feature);
      const reading = feature.properties.kind === 'area' ? feature.properties.reading : undefined;
      const name = reading && optionNames.get(reading.optionId);
      return { ...plain(feature), properties: { id, programme, label: name ?? label } };
    },
    sector: (feature: PackageFeature): Feature[] => {
      if (feature.properties.kind !== 'camera' || feature.geometry.type !== 'Point') return [];
      const [lng = 0, lat = 0] = feature.geometry.coordinates;
      const { id, programme, accuracy } = propertiesOf(feature);
      const geometry = scene.views?.get(feature.properties.id) ?? sectorOf([lng, lat], feature.properties);
      return [{ type: 'Feature', geometry, properties: { id, programme, accuracy } }];
    },
  };
}

/** What the label must admit, if anything. */
function noteOf({ properties }: PackageFeature, words: Scene['words']): { note?: string } {
  const { accuracy } = properties.provenance;
  if (accuracy === 'illustrative') return { note: words.illustration };
  if (properties.kind === 'area' && properties.reading) return { note: words.candidate };
  return properties.kind === 'area' && accuracy === 'approximate' ? { note: words.approximate } : {};
}

function ownProperties({ properties }: PackageFeature): Record<string, unknown> {
  switch (properties.kind) {
    case 'area':
      return { areaKm2: properties.areaKm2, district: properties.areaKm2 >= DISTRICT_KM2 };
    case 'place':
      return { category: properties.category };
    case 'light':
      return properties.fluxLumens ? { fluxLumens: properties.fluxLumens } : {};
    case 'camera':
      return {
        bearing: properties.bearingDegrees,
        // wedges come in steps of ten degrees, so that a handful of images serves every camera
        opening: Math.max(20, Math.round(properties.fieldOfViewDegrees / 10) * 10),
      };
    case 'strak':
      return {};
  }
}
