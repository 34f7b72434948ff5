import * as v from 'valibot';
import type {
  BackgroundBuilding,
  BackgroundCamera,
  BackgroundFeature,
  BackgroundLamp,
  BackgroundPath,
} from '../../domain/background.ts';
import {
  type BackgroundRecord,
  type BackgroundTile,
  BackgroundTileSchema,
  type BuildingRecord,
  decodePositions,
  type WayRecord,
} from '../../domain/streets.ts';

/** A floor with its ceiling, where the map tells levels but no height. */
const LEVEL_METRES = 3;
const ELEMENTS: Readonly<Record<string, string>> = { n: 'node', w: 'way', r: 'relation' };

/** `w12` as OpenStreetMap writes it elsewhere, `way/12`: an imported file then means the same object by the same id. */
const elementOf = (id: string): string => `${ELEMENTS[id.charAt(0)]}/${id.slice(1)}`;

/**
 * What a background tile lays under a plan: paths and roads, buildings, lamps and cameras. O(positions).
 * @throws when the text is not such a tile
 */
export function backgroundFeaturesOf(text: string): BackgroundFeature[] {
  const tile: BackgroundTile = v.parse(BackgroundTileSchema, JSON.parse(text));
  return [
    ...[...tile.paths, ...tile.roads].flatMap(pathsOf),
    ...tile.buildings.flatMap(buildingOf),
    ...tile.lamps.map(lampOf),
    ...tile.cameras.map(cameraOf),
  ];
}

function pathsOf(record: WayRecord): BackgroundPath[] {
  const { id, kind, lit, name, surface, widthMetres, tunnel, bridge } = record;
  // A square that people walk on: its edge is what can be snapped to.
  const lines =
    record.shape === 'line' ? record.lines : record.polygons.flatMap((rings) => rings.slice(0, 1));
  const element = elementOf(id);
  return lines.map((line, index) => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: decodePositions(line) },
    properties: {
      kind: 'path',
      id: lines.length > 1 ? `${element}/${index + 1}` : element,
      way: kind,
      lit,
      ...(name !== undefined && { name }),
      ...(surface !== undefined && { surface }),
      ...(widthMetres !== undefined && { widthMetres }),
      ...(tunnel && { tunnel }),
      ...(bridge && { bridge }),
    },
  }));
}

function buildingOf(record: BuildingRecord): BackgroundBuilding[] {
  const { id, kind, levels, minLevel, name, underground, polygons } = record;
  if (underground) return [];
  const height = record.heightMetres ?? (levels === undefined ? undefined : levels * LEVEL_METRES);
  const least = record.minHeightMetres ?? (minLevel === undefined ? undefined : minLevel * LEVEL_METRES);
  const areas = polygons.map((rings) => rings.map(decodePositions));
  const [only] = areas;
  return [
    {
      type: 'Feature',
      geometry:
        only && areas.length === 1
          ? { type: 'Polygon', coordinates: only }
          : { type: 'MultiPolygon', coordinates: areas },
      properties: {
        kind: 'building',
        id: elementOf(id),
        use: kind,
        ...(name !== undefined && { name }),
        ...(height !== undefined && { heightMetres: height }),
        ...(least !== undefined && { minHeightMetres: least }),
      },
    },
  ];
}

const pointOf = (at: readonly number[]) => ({
  type: 'Point' as const,
  coordinates: [...(decodePositions(at)[0] ?? [])],
});

function lampOf({ id, at, heightMetres }: BackgroundRecord<'lamps'>): BackgroundLamp {
  return {
    type: 'Feature',
    geometry: pointOf(at),
    properties: { kind: 'lamp', id: elementOf(id), ...(heightMetres !== undefined && { heightMetres }) },
  };
}

function cameraOf(record: BackgroundRecord<'cameras'>): BackgroundCamera {
  const { id, at, bearingDegrees, fieldOfViewDegrees, heightMetres } = record;
  return {
    type: 'Feature',
    geometry: pointOf(at),
    properties: {
      kind: 'camera',
      id: elementOf(id),
      ...(bearingDegrees !== undefined && { bearingDegrees }),
      ...(fieldOfViewDegrees !== undefined && { fieldOfViewDegrees }),
      ...(heightMetres !== undefined && { heightMetres }),
    },
  };
}
