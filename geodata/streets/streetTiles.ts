/**
 * Question: which vector tiles draw these features at zoom 10–16?
 * Method: region by region (a tile of zoom 10 for the low zooms, of zoom 12 for the others), so that memory holds one
 * region's geometry whatever the size of the city; geojson-vt clips and simplifies, vt-pbf encodes. A tile holds its
 * layers in a fixed order and its features in the order given.
 * Complexity: O(features · regions they touch · log).
 */
import { setImmediate } from 'node:timers/promises';
import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature, Geometry } from 'geojson';
import { STREET_TILE_LAYERS, type StreetTileLayer } from '../../src/domain/streets.ts';
import type { BoxE7 } from './osmElement.ts';
import { Pauses, type Watch } from './pauses.ts';
import { boxOf, doBoxesMeet, type FeatureList, type FlatE7, type StreetGeometry } from './streetFeature.ts';
import { type TileFeature, tileFeaturesOf } from './tileFeatures.ts';
import { boxOfTile, tileRangeOf } from './tileGrid.ts';

export const MIN_ZOOM = 10;
/** MapLibre draws the zooms above from these tiles: at 16 a tile's unit is below 0.15 m everywhere. */
export const MAX_ZOOM = 16;
/** Regions: which zooms are cut from one, and how large it is. */
const BANDS = [
  { regionZoom: 10, toZoom: 11 },
  { regionZoom: 12, toZoom: MAX_ZOOM },
] as const;
/** Drawn beyond a tile's edge, in units of {@link EXTENT}, so that wide lines do not end at it. */
const BUFFER = 64;
const EXTENT = 4096;

export interface TileSink {
  add(zoom: number, x: number, y: number, tile: Uint8Array): void;
}
export interface TilingOptions extends Watch {
  /** Only tiles that touch this box are made. */
  readonly box: BoxE7;
}

const degrees = (flat: FlatE7): [number, number][] => {
  const positions: [number, number][] = [];
  for (let i = 0; i + 1 < flat.length; i += 2)
    positions.push([(flat[i] ?? 0) / 1e7, (flat[i + 1] ?? 0) / 1e7]);
  return positions;
};

function geoJsonOf(geometry: StreetGeometry): Geometry {
  if (geometry.shape === 'point')
    return { type: 'Point', coordinates: [geometry.at[0] / 1e7, geometry.at[1] / 1e7] };
  if (geometry.shape === 'line') return { type: 'MultiLineString', coordinates: geometry.lines.map(degrees) };
  return { type: 'MultiPolygon', coordinates: geometry.polygons.map((rings) => rings.map(degrees)) };
}

/** One region's features, an index per layer. Properties stay outside: geojson-vt only carries their number. */
class Region {
  private readonly indexes: [StreetTileLayer, GeoJSONVT][] = [];

  constructor(
    private readonly features: readonly TileFeature[],
    regionZoom: number,
  ) {
    for (const layer of STREET_TILE_LAYERS) {
      const own = features.flatMap((feature, index): Feature[] =>
        feature.layer === layer
          ? [{ type: 'Feature', properties: { index }, geometry: geoJsonOf(feature.geometry) }]
          : [],
      );
      if (own.length === 0) continue;
      const options = { maxZoom: MAX_ZOOM, indexMaxZoom: regionZoom, buffer: BUFFER, extent: EXTENT };
      const index = new GeoJSONVT({ type: 'FeatureCollection', features: own }, options);
      this.indexes.push([layer, index]);
    }
  }

  /** The encoded tile; empty where there is nothing to draw yet; undefined where there is nothing at any zoom below. */
  tile(zoom: number, x: number, y: number): Uint8Array | 'empty' | undefined {
    const layers: Record<string, GeoJSONVTTile> = {};
    let below = false;
    for (const [layer, index] of this.indexes) {
      const tile = index.getTile(zoom, x, y);
      if (!tile) continue;
      below = true;
      const features = tile.features.flatMap((feature) => {
        const drawn = this.features[Number(feature.tags?.index)];
        return drawn && drawn.minZoom <= zoom ? [{ ...feature, tags: { ...drawn.properties } }] : [];
      }) as GeoJSONVTTile['features'];
      if (features.length > 0) layers[layer] = { ...tile, features };
    }
    if (Object.keys(layers).length > 0) return fromGeojsonVt(layers, { version: 2, extent: EXTENT });
    return below ? 'empty' : undefined;
  }
}

interface RegionPlan {
  readonly x: number;
  readonly y: number;
  readonly members: number[];
}

/** Which features each region needs, in the order of the regions' rows and columns. */
async function plan(
  features: FeatureList,
  { regionZoom, toZoom, box, signal }: { regionZoom: number; toZoom: number } & TilingOptions,
): Promise<RegionPlan[]> {
  const pauses = new Pauses(features.length, { signal });
  const range = tileRangeOf(box, regionZoom);
  const regions = new Map<string, RegionPlan>();
  let index = -1;
  for (const feature of features) {
    index++;
    if (pauses.isDue()) await pauses.rest();
    // What is drawn of it is made anew for each region: that of a whole city would double the memory.
    if (!tileFeaturesOf(feature).some(({ minZoom }) => minZoom <= toZoom)) continue;
    const own = boxOf(feature.geometry);
    const around = boxOfTile({ zoom: regionZoom, x: range.west, y: range.north });
    const margin = ((around[2] - around[0]) * BUFFER) / EXTENT;
    const touched = tileRangeOf(
      [own[0] - margin, own[1] - margin, own[2] + margin, own[3] + margin],
      regionZoom,
    );
    for (let y = Math.max(touched.north, range.north); y <= Math.min(touched.south, range.south); y++)
      for (let x = Math.max(touched.west, range.west); x <= Math.min(touched.east, range.east); x++) {
        const region = regions.get(`${y}/${x}`) ?? { x, y, members: [] };
        region.members.push(index);
        regions.set(`${y}/${x}`, region);
      }
  }
  return [...regions.values()].sort((a, b) => a.y - b.y || a.x - b.x);
}

function cut(region: Region, sink: TileSink, { toZoom, box }: { toZoom: number; box: BoxE7 }) {
  const descend = (zoom: number, x: number, y: number): void => {
    if (!doBoxesMeet(boxOfTile({ zoom, x, y }), box)) return;
    const tile = region.tile(zoom, x, y);
    if (tile === undefined) return;
    if (tile !== 'empty') sink.add(zoom, x, y, tile);
    if (zoom === toZoom) return;
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const)
      descend(zoom + 1, 2 * x + dx, 2 * y + dy);
  };
  return descend;
}

/** Cuts all features into tiles and hands them to the sink, each once. */
export async function makeTiles(
  features: FeatureList,
  sink: TileSink,
  options: TilingOptions,
): Promise<void> {
  const { box, signal, progress } = options;
  const plans = [];
  for (const band of BANDS) plans.push({ ...band, regions: await plan(features, { ...band, ...options }) });
  const total = plans.reduce((sum, { regions }) => sum + regions.length, 0);
  let done = 0;
  for (const { regionZoom, toZoom, regions } of plans)
    for (const { x, y, members } of regions) {
      const own = members.flatMap((index) => {
        const feature = features.at(index);
        return feature ? tileFeaturesOf(feature) : [];
      });
      cut(new Region(own, regionZoom), sink, { toZoom, box })(regionZoom, x, y);
      progress?.(++done, total);
      // Lets Ctrl-C through.
      await setImmediate();
      signal?.throwIfAborted();
    }
}
