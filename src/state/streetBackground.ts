import type { BackgroundFeature } from '../domain/background.ts';
import { readBackgroundTile } from '../exchange/streets/client.ts';
import { type BackgroundPart, replaceBackground } from './background.ts';
import { creditOfStreets, type Streets, useGrounds } from './basemap.ts';
import { useOpen } from './store.ts';
import type { MapPosition } from './view.ts';

/** Further out nobody places a lamp, and a view holds too many tiles. */
const FROM_ZOOM = 14.5;
/** Beyond the view, in tiles: what casts a shadow into it, and room for a small move. */
const MARGIN_TILES = 0.25;
/** A dense city centre holds some thousand objects a tile. */
const MOST_TILES = 16;
const PREFIX = 'streets:';
/** Tiles seen before, ready to be laid out again. */
const REMEMBERED_TILES = 24;
const PIXELS_PER_TILE = 512;

interface Tile {
  readonly x: number;
  readonly y: number;
}
/** A view's size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The tiles of a zoom that a view looks at, nearest first; in a view from too far, none. */
export function tilesInView(position: MapPosition, size: Size, tileZoom: number): Tile[] {
  if (position.zoom < FROM_ZOOM) return [];
  const count = 2 ** tileZoom;
  const [lng, lat] = position.center;
  const x = ((lng + 180) / 360) * count;
  const mercator = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  const y = ((1 - mercator / Math.PI) / 2) * count;
  const perTile = PIXELS_PER_TILE * 2 ** (position.zoom - tileZoom);
  const [across, down] = [size.width / 2 / perTile + MARGIN_TILES, size.height / 2 / perTile + MARGIN_TILES];
  const tiles: Tile[] = [];
  for (let row = Math.floor(y - down); row <= Math.floor(y + down); row++)
    for (let column = Math.floor(x - across); column <= Math.floor(x + across); column++)
      tiles.push({ x: column, y: row });
  const away = (tile: Tile): number => Math.hypot(tile.x + 0.5 - x, tile.y + 0.5 - y);
  return tiles.sort((one, other) => away(one) - away(other)).slice(0, MOST_TILES);
}

const keyOf = ({ x, y }: Tile): string => `${x}-${y}`;

/** Keeps the tiles near the planner's view in the background. The latest view wins; far tiles are let go. */
class BackgroundFollower {
  readonly #streets: Streets;
  readonly #known: ReadonlySet<string>;
  readonly #read = new Map<string, readonly BackgroundFeature[]>();
  #wanted = '';
  #asking = new AbortController();

  constructor(streets: Streets) {
    this.#streets = streets;
    this.#known = new Set(streets.manifest.background.tiles.map(keyOf));
  }

  look(position: MapPosition, size: Size): void {
    const { zoom } = this.#streets.manifest.background;
    const keys = tilesInView(position, size, zoom)
      .map(keyOf)
      .filter((key) => this.#known.has(key));
    // From far away nothing changes: what a plan was computed with must not vanish because one looks at the whole.
    if (keys.length === 0 || keys.join() === this.#wanted) return;
    this.#wanted = keys.join();
    this.#asking.abort();
    this.#asking = new AbortController();
    void this.#load(keys, this.#asking.signal);
  }

  async #load(keys: readonly string[], signal: AbortSignal): Promise<void> {
    const tiles = await Promise.all(keys.map((key) => this.#tile(key, signal).catch(() => null)));
    if (signal.aborted) return;
    // One that failed is asked for again with the next move.
    if (tiles.includes(null)) this.#wanted = '';
    const { manifest } = this.#streets;
    const parts = keys.flatMap((key, index): [string, BackgroundPart][] => {
      const features = tiles[index];
      if (!features) return [];
      return [
        [PREFIX + key, { title: manifest.attribution, attribution: creditOfStreets(manifest), features }],
      ];
    });
    replaceBackground(PREFIX, Object.fromEntries(parts));
  }

  async #tile(key: string, signal: AbortSignal): Promise<readonly BackgroundFeature[]> {
    const remembered = this.#read.get(key);
    this.#read.delete(key);
    const features = remembered ?? (await this.#fetch(key, signal));
    this.#read.set(key, features);
    for (const oldest of this.#read.keys()) {
      if (this.#read.size <= REMEMBERED_TILES) break;
      this.#read.delete(oldest);
    }
    return features;
  }

  async #fetch(key: string, signal: AbortSignal): Promise<readonly BackgroundFeature[]> {
    const { folder, manifest } = this.#streets;
    const response = await fetch(`${folder}${manifest.background.folder}/${key}.json`, { signal });
    if (!response.ok) throw new Error(String(response.status));
    return readBackgroundTile(await response.arrayBuffer());
  }
}

/** While planning, loads what the street extract knows around the view. Other rooms have no use for it. */
export function followBackground(): void {
  let follower: { of: Streets; it: BackgroundFollower } | null = null;
  const look = (): void => {
    const { room, position } = useOpen.getState().view;
    const { streets } = useGrounds.getState();
    if (room !== 'planner' || !position || !streets) return;
    if (follower?.of !== streets) follower = { of: streets, it: new BackgroundFollower(streets) };
    follower.it.look(position, { width: innerWidth, height: innerHeight });
  };
  useOpen.subscribe((now, before) => {
    if (now.view.position !== before.view.position || now.view.room !== before.view.room) look();
  });
  look();
}
