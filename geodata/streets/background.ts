import type {
  BackgroundGroup,
  BackgroundRecord,
  BackgroundTile,
  BuildingRecord,
  WayRecord,
} from '../../src/domain/streets.ts';
import { encodePositions } from '../../src/domain/streets.ts';
import type { WayQualities } from '../../src/exchange/osm/osmClass.ts';
import { type BoxE7, isInBox } from './osmElement.ts';
import { Pauses, type Watch } from './pauses.ts';
import {
  boxOf,
  doBoxesMeet,
  type FeatureList,
  type FlatE7,
  linesOf,
  type StreetFeature,
  type StreetGeometry,
} from './streetFeature.ts';
import { boxOfTile, type TileRange, tileRangeOf } from './tileGrid.ts';

/** About 1.2 km a side at 60° north: a few tiles cover a neighbourhood. */
export const BACKGROUND_ZOOM = 14;

type Class<Kind extends StreetFeature['class']['kind']> = Extract<StreetFeature['class'], { kind: Kind }>;
type Grouped = {
  [Group in BackgroundGroup]: { group: Group; record: BackgroundRecord<Group> };
}[BackgroundGroup];

const coded = (lines: readonly FlatE7[]): number[][] => lines.map(encodePositions);
const codedPolygons = (polygons: readonly (readonly FlatE7[])[]): number[][][] => polygons.map(coded);

function qualities(found: WayQualities) {
  const { lit, name, surface, widthMetres, tunnel, bridge, layer, foot, bicycle } = found;
  return {
    lit,
    ...(name !== undefined && { name }),
    ...(surface !== undefined && { surface }),
    ...(widthMetres !== undefined && { widthMetres }),
    ...(tunnel && { tunnel: true as const }),
    ...(bridge && { bridge: true as const }),
    ...(layer !== 0 && { layer }),
    ...(foot !== 'unknown' && { foot }),
    ...(bicycle !== 'unknown' && { bicycle }),
  };
}

function wayRecord(
  id: string,
  found: Class<'path'> | Class<'road'>,
  geometry: StreetGeometry,
): WayRecord | undefined {
  const kind = found.kind === 'path' ? found.path : `${found.road}${found.link ? '_link' : ''}`;
  const common = { id, kind, ...qualities(found) };
  if (geometry.shape === 'line') return { shape: 'line', ...common, lines: coded(geometry.lines) };
  if (geometry.shape === 'area')
    return { shape: 'area', ...common, polygons: codedPolygons(geometry.polygons) };
  return undefined;
}

function buildingRecord(id: string, found: Class<'building'>, polygons: number[][][]): BuildingRecord {
  const { kind: _kind, building, underground, ...rest } = found;
  return { id, kind: building, ...rest, ...(underground && { underground: true as const }), polygons };
}

/** Where a thing that is drawn as a line or area stands, when a point is asked for: its first position's box centre. */
function pointOf(geometry: StreetGeometry): [number, number] {
  if (geometry.shape === 'point') return [geometry.at[0], geometry.at[1]];
  const [west, south, east, north] = boxOf(geometry);
  return [Math.round((west + east) / 2), Math.round((south + north) / 2)];
}

/** The record of one feature, or undefined where the background has no place for its kind. */
function groupedOf({ id, class: found, geometry }: StreetFeature): Grouped | undefined {
  const at = () => pointOf(geometry);
  const lines = () => coded(linesOf(geometry));
  switch (found.kind) {
    case 'path':
    case 'road': {
      const record = wayRecord(id, found, geometry);
      return record && { group: found.kind === 'path' ? 'paths' : 'roads', record };
    }
    case 'building':
      if (geometry.shape !== 'area') return undefined;
      return { group: 'buildings', record: buildingRecord(id, found, codedPolygons(geometry.polygons)) };
    case 'street-lamp': {
      const { kind: _kind, ...rest } = found;
      return { group: 'lamps', record: { id, at: at(), ...rest } };
    }
    case 'surveillance': {
      const { kind: _kind, ...rest } = found;
      return { group: 'cameras', record: { id, at: at(), ...rest } };
    }
    case 'entrance':
      return { group: 'entrances', record: { id, at: at(), kind: found.entrance } };
    case 'crossing':
      return { group: 'crossings', record: { id, at: at(), kind: found.crossing, lit: found.lit } };
    case 'bus-stop': {
      const { kind: _kind, ...rest } = found;
      return { group: 'busStops', record: { id, at: at(), ...rest } };
    }
    case 'bench':
      return { group: 'benches', record: { id, at: at() } };
    case 'tree': {
      const { kind: _kind, ...rest } = found;
      return { group: 'trees', record: { id, at: at(), ...rest } };
    }
    case 'tree-row':
      return { group: 'treeRows', record: { id, lines: lines() } };
    case 'barrier': {
      const { kind: _kind, barrier, ...rest } = found;
      return { group: 'barriers', record: { id, kind: barrier, ...rest, lines: lines() } };
    }
    default:
      return undefined;
  }
}

/** The kinds that {@link groupedOf} has a group for. */
const BACKGROUND_KINDS: ReadonlySet<StreetFeature['class']['kind']> = new Set([
  'path',
  'road',
  'building',
  'street-lamp',
  'surveillance',
  'entrance',
  'crossing',
  'bus-stop',
  'bench',
  'tree',
  'tree-row',
  'barrier',
]);

const emptyTile = (x: number, y: number): BackgroundTile => ({
  schemaVersion: 1,
  x,
  y,
  paths: [],
  roads: [],
  buildings: [],
  lamps: [],
  cameras: [],
  entrances: [],
  crossings: [],
  busStops: [],
  benches: [],
  trees: [],
  treeRows: [],
  barriers: [],
});

/** Whether a geometry's outline may be seen in the box: a position inside, or a segment whose own box meets it. */
function mayTouch(geometry: StreetGeometry, box: BoxE7): boolean {
  // The inside of a large area counts too: a path across a square is there even where no edge is.
  if (geometry.shape === 'area') return doBoxesMeet(boxOf(geometry), box);
  return linesOf(geometry).some((line) => {
    if (line.length === 2) return isInBox(line[0] ?? 0, line[1] ?? 0, box);
    for (let i = 0; i + 3 < line.length; i += 2) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [line[i], line[i + 1], line[i + 2], line[i + 3]];
      if (doBoxesMeet([Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)], box))
        return true;
    }
    return false;
  });
}

function eachTouched(geometry: StreetGeometry, within: TileRange, act: (x: number, y: number) => void): void {
  const touched = tileRangeOf(boxOf(geometry), BACKGROUND_ZOOM);
  const single = touched.west === touched.east && touched.north === touched.south;
  for (let y = Math.max(touched.north, within.north); y <= Math.min(touched.south, within.south); y++)
    for (let x = Math.max(touched.west, within.west); x <= Math.min(touched.east, within.east); x++)
      if (single || mayTouch(geometry, boxOfTile({ zoom: BACKGROUND_ZOOM, x, y }))) act(x, y);
}

interface TilePlan {
  readonly x: number;
  readonly y: number;
  readonly indexes: number[];
}

/** Which features lie on each tile, in rows and columns. */
async function planned(features: FeatureList, box: BoxE7, pauses: Pauses): Promise<TilePlan[]> {
  const within = tileRangeOf(box, BACKGROUND_ZOOM);
  const plans = new Map<number, TilePlan>();
  let index = -1;
  for (const { class: found, geometry } of features) {
    index++;
    if (pauses.isDue()) await pauses.rest();
    if (!BACKGROUND_KINDS.has(found.kind)) continue;
    eachTouched(geometry, within, (x, y) => {
      const key = y * 2 ** BACKGROUND_ZOOM + x;
      const plan = plans.get(key);
      if (plan) plan.indexes.push(index);
      else plans.set(key, { x, y, indexes: [index] });
    });
  }
  return [...plans].sort(([one], [other]) => one - other).map(([, plan]) => plan);
}

/**
 * The background by tile, in rows and columns; only tiles that hold something. One tile is made at a time, so that a
 * city's records are never in memory together. O(features · tiles they touch).
 */
export async function* backgroundTilesOf(
  features: FeatureList,
  box: BoxE7,
  watch: Watch = {},
): AsyncGenerator<BackgroundTile> {
  const pauses = new Pauses(2 * features.length, watch);
  for (const { x, y, indexes } of await planned(features, box, pauses)) {
    const tile = emptyTile(x, y);
    for (const index of indexes) {
      if (pauses.isDue()) await pauses.rest();
      const feature = features.at(index);
      const grouped = feature && groupedOf(feature);
      // One record type per group, as Grouped says; the compiler cannot follow a union through the index.
      if (grouped) (tile[grouped.group] as BackgroundRecord[]).push(grouped.record);
    }
    yield tile;
  }
}
