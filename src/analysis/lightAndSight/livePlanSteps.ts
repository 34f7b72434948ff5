/** Works off what a change has marked, in short steps between which a newer change may come first. */
import type { LngLat } from '../../geometry/plane.ts';
import { isoluxLines } from '../light/isolux.ts';
import { P_CLASS_LUX } from '../light/lightClass.ts';
import { type ExistingLight, isUnknownAt, UNKNOWN_LAMP_REACH_METRES } from '../light/lightKnowledge.ts';
import type { MountedLuminaire } from '../light/luminaire.ts';
import type { DisclosedCamera } from '../sight/disclosure.ts';
import { bestDensityOf, type TogetherQuestion } from '../sight/together.ts';
import { areaSeenTogether } from '../sight/unionArea.ts';
import { isWatched, type Watcher } from '../sight/watcher.ts';
import { areaAnswer } from './areaAnswer.ts';
import { cameraAnswer, type KeptCamera } from './cameraAnswer.ts';
import { glowPixels } from './glow.ts';
import { burnsIn } from './lighting.ts';
import { type LivePlan, lightingNow } from './livePlan.ts';
import { isNearBox, luxLookup, strakAnswer, strakSteps } from './pathAnswer.ts';
import { DEFAULT_CLASS, type IsoluxAnswer, type PlaceAnswer, type Report } from './question.ts';
import {
  darkTiles,
  fittingCellMetres,
  type LightTile,
  lightUp,
  putOut,
  TILE_CELLS,
  tiledLuxAt,
} from './tiledLight.ts';

/** Amounts along which lines of equal light are drawn. */
export const ISOLUX_LEVELS = [0.5, 1, 2, 5, 10, 20] as const;

const taken = (marks: Set<string>): string[] => {
  const keys = [...marks];
  marks.clear();
  return keys;
};

const cornersOf = ({ raster: { grid } }: LightTile, plan: LivePlan): [LngLat, LngLat, LngLat, LngLat] => {
  const [west, south] = [grid.westMetres, grid.southMetres];
  const [east, north] = [west + TILE_CELLS * grid.cellMetres, south + TILE_CELLS * grid.cellMetres];
  const { toLngLat } = plan.ground.plane;
  return [toLngLat([west, north]), toLngLat([east, north]), toLngLat([east, south]), toLngLat([west, south])];
};

function tilesReport(plan: LivePlan): Report | undefined {
  const keys = taken(plan.marks.tiles);
  if (keys.length === 0) return undefined;
  const { tiles, cellMetres } = plan.light;
  return {
    kind: 'tiles',
    cellMetres,
    tiles: keys.flatMap((key) => {
      const tile = tiles.get(key);
      if (!tile) return [];
      const pixels = glowPixels(tile, plan.settings.flavour);
      return [{ key, corners: cornersOf(tile, plan), sidePixels: TILE_CELLS, pixels }];
    }),
    gone: keys.filter((key) => !tiles.has(key)),
  };
}

function mark(plan: LivePlan, keys: readonly string[]): void {
  for (const key of keys) {
    plan.marks.tiles.add(key);
    plan.marks.isolux.add(key);
  }
}

/** More squares than this at a width: the lamps have spread, and a coarser one is chosen. */
const TOO_MANY_TILES = 72;

/** Brings the squares to the lamps that burn now, a lamp a step. Stopped half-way, it goes on from there. */
function* syncLight(plan: LivePlan): Generator<Report | undefined> {
  const { stamped, lamps, settings } = plan;
  const wanted = (key: string): MountedLuminaire | undefined => {
    const lamp = lamps.get(key);
    return lamp?.mounted && burnsIn(settings.lightCase, lamp.role) ? lamp.mounted : undefined;
  };
  if (stamped.size === 0 || plan.light.tiles.size > TOO_MANY_TILES) {
    const cellMetres = fittingCellMetres([...lamps.keys()].flatMap((key) => wanted(key) ?? []));
    if (cellMetres !== plan.light.cellMetres) {
      mark(plan, [...plan.light.tiles.keys()]);
      plan.light = darkTiles(cellMetres);
      stamped.clear();
    }
  }
  const out: [string, MountedLuminaire][] = [];
  for (const [key, lamp] of stamped) if (wanted(key) !== lamp) out.push([key, lamp]);
  const lit: [string, MountedLuminaire][] = [];
  for (const key of lamps.keys()) {
    const lamp = wanted(key);
    if (lamp && stamped.get(key) !== lamp) lit.push([key, lamp]);
  }
  const count = out.length + lit.length;
  let done = 0;
  const progress = (): Report | undefined => {
    done += 1;
    return count > 50 && done % 25 === 0 ? { kind: 'progress', share: done / count } : undefined;
  };
  for (const [key, lamp] of out) {
    mark(plan, putOut(plan.light, lamp));
    stamped.delete(key);
    yield progress();
  }
  for (const [key, lamp] of lit) {
    mark(plan, lightUp(plan.light, lamp));
    stamped.set(key, lamp);
    yield progress();
  }
}

const watchersOf = (cameras: Iterable<KeptCamera>): Watcher[] =>
  [...cameras].flatMap(({ watcher }) => watcher ?? []);

const disclosedOf = (cameras: Iterable<KeptCamera>): DisclosedCamera[] =>
  [...cameras].flatMap(({ watcher, outlines, feature }) =>
    watcher ? [{ disclosure: feature.properties.disclosure, watcher, outlines }] : [],
  );

/** Light from the raster; undefined where unknown lamps may add what is missing. */
function rasterLookup(plan: LivePlan, existing: ExistingLight, enoughLux: number): TogetherQuestion['luxAt'] {
  return luxLookup(({ eastMetres, northMetres }) => tiledLuxAt(plan.light, eastMetres, northMetres), {
    existing,
    enoughLux,
  });
}

function cameraReport(plan: LivePlan): Report | undefined {
  const { marks, settings, ground } = plan;
  const gone = taken(marks.gone.cameras);
  const keys = taken(marks.cameras);
  if (keys.length + gone.length === 0) return undefined;
  const { existing } = lightingNow(plan)[settings.lightCase];
  const answers = keys.flatMap((key) => {
    const camera = plan.cameras.get(key);
    if (!camera) return [];
    const { box } = camera;
    const near: ExistingLight =
      existing.kind === 'partly-known' && box
        ? {
            kind: 'partly-known',
            unknownLamps: existing.unknownLamps.filter((lamp) =>
              isNearBox(box, lamp, UNKNOWN_LAMP_REACH_METRES),
            ),
          }
        : existing;
    const luxAt = rasterLookup(plan, near, settings.cameraLux);
    return [cameraAnswer(camera, { ground, cameraLux: settings.cameraLux, luxAt })];
  });
  return { kind: 'cameras', answers, gone };
}

function* strakReports(plan: LivePlan): Generator<Report | undefined> {
  const gone = taken(plan.marks.gone.straks);
  if (gone.length > 0) yield { kind: 'straks', answers: [], gone };
  for (const key of [...plan.marks.straks]) {
    const strak = plan.straks.get(key);
    if (strak) yield* strakSteps(strak, { lighting: lightingNow(plan), settings: plan.settings });
    // only now: stopped half-way, it is asked again
    plan.marks.straks.delete(key);
    if (!strak) continue;
    const cameras = [...plan.cameras.values()];
    const answer = strakAnswer(strak, {
      plane: plan.ground.plane,
      lighting: lightingNow(plan),
      watchers: watchersOf(cameras),
      disclosed: disclosedOf(cameras),
      settings: plan.settings,
    });
    yield { kind: 'straks', answers: [answer], gone: [] };
  }
}

/** Points nearer than this to the line between their neighbours are left out of a drawn line, in cells. */
const DRAWN_CELLS = 0.2;

/** The line without the points that its neighbours already tell. */
function thinned(
  points: readonly (readonly [number, number])[],
  within: number,
): (readonly [number, number])[] {
  const kept = points.slice(0, 1);
  for (let i = 1; i + 1 < points.length; i += 1) {
    const [a, b, c] = [kept[kept.length - 1], points[i], points[i + 1]] as [number, number][];
    if (!a || !b || !c) continue;
    const length = Math.hypot(c[0] - a[0], c[1] - a[1]);
    const off = Math.abs((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / (length || 1);
    if (off > within || length > 24 * within) kept.push(b);
  }
  const last = points[points.length - 1];
  return last ? [...kept, last] : kept;
}

function isoluxOf(plan: LivePlan, tile: LightTile): IsoluxAnswer {
  const within = DRAWN_CELLS * plan.light.cellMetres;
  return {
    key: tile.key,
    lines: isoluxLines(tile.raster, ISOLUX_LEVELS).map(({ levelLux, points }) => ({
      levelLux,
      points: thinned(points, within).map(plan.ground.plane.toLngLat),
    })),
  };
}

function* isoluxReports(plan: LivePlan): Generator<Report | undefined> {
  for (const key of [...plan.marks.isolux]) {
    plan.marks.isolux.delete(key);
    const tile = plan.settings.drawsIsolux ? plan.light.tiles.get(key) : undefined;
    yield tile
      ? { kind: 'isolux', tiles: [isoluxOf(plan, tile)], gone: [] }
      : { kind: 'isolux', tiles: [], gone: [key] };
  }
}

function unionReport(plan: LivePlan): Report | undefined {
  if (!plan.marks.union) return undefined;
  plan.marks.union = false;
  return { kind: 'union', answer: areaSeenTogether([...plan.cameras.values()]) };
}

function* areaReports(plan: LivePlan): Generator<Report | undefined> {
  const gone = taken(plan.marks.gone.areas);
  if (gone.length > 0) yield { kind: 'areas', answers: [], gone };
  const litLux = P_CLASS_LUX[DEFAULT_CLASS].minimumHorizontal;
  for (const key of [...plan.marks.areas]) {
    plan.marks.areas.delete(key);
    const area = plan.areas.get(key);
    const { settings, cameras, ground } = plan;
    const { existing } = lightingNow(plan)[settings.lightCase];
    const answer =
      area &&
      areaAnswer(area, {
        plane: ground.plane,
        watchers: watchersOf(cameras.values()),
        settings,
        litLux,
        luxAt: rasterLookup(plan, existing, Math.max(litLux, settings.cameraLux)),
      });
    if (answer) yield { kind: 'areas', answers: [answer], gone: [] };
  }
}

/**
 * All that waits, step by step: reports as they are ready, undefined between them. The caller may stop after any step
 * and begin again later, with newer changes taken in.
 */
export function* planSteps(plan: LivePlan): Generator<Report | undefined> {
  yield* syncLight(plan);
  yield tilesReport(plan);
  yield cameraReport(plan);
  yield* strakReports(plan);
  yield* isoluxReports(plan);
  yield unionReport(plan);
  yield* areaReports(plan);
}

/** What is known at a place, with the lamps that are drawn. */
export function placeAnswer(plan: LivePlan, lngLat: LngLat): PlaceAnswer {
  const point = plan.ground.plane.toPlane(lngLat);
  const [eastMetres, northMetres] = point;
  const { existing } = lightingNow(plan)[plan.settings.lightCase];
  const watchers = watchersOf(plan.cameras.values()).filter((watcher) => isWatched(watcher, point));
  return {
    lux: tiledLuxAt(plan.light, eastMetres, northMetres),
    isLowerBound: isUnknownAt(existing, { eastMetres, northMetres }),
    cameraCount: watchers.length,
    pixelsPerMetre: bestDensityOf(watchers)(point) ?? null,
  };
}
