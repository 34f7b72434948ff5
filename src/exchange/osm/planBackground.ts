import type { LineString, Point, Position } from 'geojson';
import type {
  BackgroundBuilding,
  BackgroundCamera,
  BackgroundFeature,
  BackgroundLamp,
  BackgroundPath,
} from '../../domain/background.ts';
import type { OsmBackground, OsmClass, OsmFeature, OsmKind } from './osmClass.ts';

/** What an OpenStreetMap file can lay under a plan; the rest of what we recognise is of no use to one. */
export const BACKGROUND_KINDS = [
  'path',
  'road',
  'building',
  'street-lamp',
  'surveillance',
] as const satisfies readonly OsmKind[];

/** A floor with its ceiling, where the map tells levels but no height. */
const LEVEL_METRES = 3;

/** The part of an OpenStreetMap file to snap to and compute with. Whether a path is lit stays as the map says: also unknown. */
export const planBackgroundOf = ({ features }: OsmBackground): BackgroundFeature[] => features.flatMap(one);

function one({ element, is, geometry }: OsmFeature): BackgroundFeature[] {
  switch (is.kind) {
    case 'path':
    case 'road':
      return paths(element, is, geometry);
    case 'building':
      return building(element, is, geometry);
    case 'street-lamp':
      return geometry.type === 'Point' ? [lamp(element, is, geometry)] : [];
    case 'surveillance':
      return geometry.type === 'Point' ? [camera(element, is, geometry)] : [];
    default:
      return [];
  }
}

type Of<Kind extends OsmKind> = Extract<OsmClass, { kind: Kind }>;

function paths(element: string, is: Of<'path' | 'road'>, geometry: OsmFeature['geometry']): BackgroundPath[] {
  const lines = linesOf(geometry);
  return lines.map((coordinates, index) => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates } satisfies LineString,
    properties: {
      kind: 'path',
      id: lines.length > 1 ? `${element}/${index + 1}` : element,
      way: is.kind === 'path' ? is.path : is.road,
      lit: is.lit,
      ...(is.name !== undefined && { name: is.name }),
      ...(is.widthMetres !== undefined && { widthMetres: is.widthMetres }),
      ...(is.surface !== undefined && { surface: is.surface }),
      ...(is.tunnel && { tunnel: true as const }),
      ...(is.bridge && { bridge: true as const }),
    },
  }));
}

/** Of a square that people walk on its edge is what can be snapped to. */
function linesOf(geometry: OsmFeature['geometry']): Position[][] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
      return geometry.coordinates;
    case 'Polygon':
      return geometry.coordinates.slice(0, 1);
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((rings) => rings.slice(0, 1));
    default:
      return [];
  }
}

function building(
  element: string,
  is: Of<'building'>,
  geometry: OsmFeature['geometry'],
): BackgroundBuilding[] {
  if (is.underground || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) return [];
  const height = is.heightMetres ?? (is.levels === undefined ? undefined : is.levels * LEVEL_METRES);
  const least = is.minHeightMetres ?? (is.minLevel === undefined ? undefined : is.minLevel * LEVEL_METRES);
  return [
    {
      type: 'Feature',
      geometry,
      properties: {
        kind: 'building',
        id: element,
        use: is.building,
        ...(is.name !== undefined && { name: is.name }),
        ...(height !== undefined && { heightMetres: height }),
        ...(least !== undefined && { minHeightMetres: least }),
      },
    },
  ];
}

const lamp = (element: string, is: Of<'street-lamp'>, geometry: Point): BackgroundLamp => ({
  type: 'Feature',
  geometry,
  properties: {
    kind: 'lamp',
    id: element,
    ...(is.heightMetres !== undefined && { heightMetres: is.heightMetres }),
  },
});

const camera = (element: string, is: Of<'surveillance'>, geometry: Point): BackgroundCamera => ({
  type: 'Feature',
  geometry,
  properties: {
    kind: 'camera',
    id: element,
    ...(is.bearingDegrees !== undefined && { bearingDegrees: is.bearingDegrees }),
    ...(is.fieldOfViewDegrees !== undefined && { fieldOfViewDegrees: is.fieldOfViewDegrees }),
    ...(is.heightMetres !== undefined && { heightMetres: is.heightMetres }),
  },
});
