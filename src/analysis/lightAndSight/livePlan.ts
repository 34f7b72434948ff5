/**
 * Question: what has to be worked out anew when a planner moves one thing?
 * Method: everything that was worked out is kept with what it came from; a change marks only what it can reach. `livePlanSteps.ts`
 *   then works off the marks, in the order in which people look: glow, cameras, stråk, lines, areas.
 */
import type { PlanAreaFeature } from '../../domain/proposal.ts';
import type { PlanePolygon } from '../../geometry/ring.ts';
import type { MountedLuminaire } from '../light/luminaire.ts';
import { planePolygons } from './areaAnswer.ts';
import { type KeptCamera, keepCamera } from './cameraAnswer.ts';
import { lngLatOf, type PlaneGround, planeGround } from './ground.ts';
import { hang, type KeptLamp, type Optics, opticsOf } from './lampKeeper.ts';
import { type Lighting, lightingOf } from './lighting.ts';
import { isNearBox, type KeptStrak, keepStrak } from './pathAnswer.ts';
import {
  DEFAULT_SETTINGS,
  type Entry,
  type EntryChange,
  type Ground,
  type OpticFile,
  type Settings,
} from './question.ts';
import { darkTiles, type TiledLight } from './tiledLight.ts';

/** What waits to be worked out. */
export interface Marks {
  /** Squares whose picture is old, and whose lines are. */
  readonly tiles: Set<string>;
  readonly isolux: Set<string>;
  readonly cameras: Set<string>;
  readonly straks: Set<string>;
  readonly areas: Set<string>;
  readonly gone: { readonly cameras: Set<string>; readonly straks: Set<string>; readonly areas: Set<string> };
  union: boolean;
}

/** A plan with everything that is known about its light and sight. Changed by the functions below. */
export interface LivePlan {
  ground: PlaneGround;
  optics: Optics;
  settings: Settings;
  lighting: Lighting;
  /** Whether lamps have changed since the lighting was put together. */
  isLightingOld: boolean;
  light: TiledLight;
  readonly entries: Map<string, Entry>;
  readonly lamps: Map<string, KeptLamp>;
  /** The lamps that the squares hold now. */
  readonly stamped: Map<string, MountedLuminaire>;
  readonly straks: Map<string, KeptStrak>;
  readonly cameras: Map<string, KeptCamera>;
  readonly areas: Map<string, PlanAreaFeature>;
  readonly marks: Marks;
}

/** An empty plan on a ground. */
export function livePlan(ground: Ground): LivePlan {
  return {
    ground: planeGround(ground),
    optics: opticsOf([]),
    settings: DEFAULT_SETTINGS,
    lighting: lightingOf([], { background: [], knowledge: 'unknown' }),
    isLightingOld: true,
    light: darkTiles(1),
    entries: new Map(),
    lamps: new Map(),
    stamped: new Map(),
    straks: new Map(),
    cameras: new Map(),
    areas: new Map(),
    marks: {
      tiles: new Set(),
      isolux: new Set(),
      cameras: new Set(),
      straks: new Set(),
      areas: new Set(),
      gone: { cameras: new Set(), straks: new Set(), areas: new Set() },
      union: false,
    },
  };
}

const refill = (marks: Set<string>, keys: Iterable<string>): void => {
  for (const key of keys) marks.add(key);
};

/** Marks all answers but the glow. */
function markAnswers({ marks, cameras, straks, areas }: LivePlan): void {
  refill(marks.cameras, cameras.keys());
  refill(marks.straks, straks.keys());
  refill(marks.areas, areas.keys());
  marks.union = true;
}

/** Other light distributions: every lamp hangs anew. */
export function setOptics(plan: LivePlan, files: readonly OpticFile[]): void {
  plan.optics = opticsOf(files);
  hangAll(plan);
}

/** Another ground: everything is worked out anew. */
export function setGround(plan: LivePlan, ground: Ground): void {
  plan.ground = planeGround(ground);
  const entries = [...plan.entries.values()];
  for (const entry of entries) take(plan, entry);
  hangAll(plan);
  markAnswers(plan);
}

const linesOf = (plan: LivePlan) =>
  new Map([...plan.straks].map(([id, { path }]) => [id, path.line] as const));

function hangAll(plan: LivePlan): void {
  const straks = linesOf(plan);
  for (const lamp of plan.lamps.values()) plan.lamps.set(lamp.key, hang(lamp, { ...plan, straks }));
  plan.isLightingOld = true;
  markAnswers(plan);
}

/** Which lamps burn in each case now. Put together when it is asked for: the picture does not wait for it. */
export function lightingNow(plan: LivePlan): Lighting {
  if (!plan.isLightingOld) return plan.lighting;
  plan.isLightingOld = false;
  plan.lighting = lightingOf(
    plan.lamps.values(),
    { background: plan.ground.unknownLamps, knowledge: plan.settings.existing },
    plan.lighting,
  );
  return plan.lighting;
}

function masksOf(plan: LivePlan, cameraId: string): PlanePolygon[] {
  return (plan.settings.masks[cameraId] ?? []).flatMap((areaId) => {
    const area = plan.areas.get(areaId);
    return area ? planePolygons(area, plan.ground.plane) : [];
  });
}

/** A lamp's light reaches a camera's view from at most so far. */
const LIGHT_REACH_METRES = 80;

function markAroundLamp(plan: LivePlan, lamp: KeptLamp | undefined): void {
  const at = lamp?.mounted ?? lamp?.unknown;
  if (!at) return;
  for (const [id, { box }] of plan.straks) if (isNearBox(box, at)) plan.marks.straks.add(id);
  for (const [id, { box }] of plan.cameras)
    if (box && isNearBox(box, at, LIGHT_REACH_METRES)) plan.marks.cameras.add(id);
  refill(plan.marks.areas, plan.areas.keys());
}

function markAroundCamera(plan: LivePlan, camera: KeptCamera | undefined): void {
  const box = camera?.box;
  plan.marks.union = true;
  refill(plan.marks.areas, plan.areas.keys());
  if (!box) return;
  for (const [id, strak] of plan.straks) {
    const [west, south, east, north] = strak.box;
    if (west <= box[2] && east >= box[0] && south <= box[3] && north >= box[1]) plan.marks.straks.add(id);
  }
}

function takeCamera(plan: LivePlan, key: string, feature: KeptCamera['feature']): void {
  const { ground, settings } = plan;
  markAroundCamera(plan, plan.cameras.get(key));
  const camera = keepCamera(feature, { ground, settings, masks: masksOf(plan, key) });
  plan.cameras.set(key, camera);
  plan.marks.cameras.add(key);
  plan.marks.gone.cameras.delete(key);
  markAroundCamera(plan, camera);
}

/** Takes in one feature, new or changed. */
function take(plan: LivePlan, entry: Entry): void {
  const { key, role, feature } = entry;
  plan.entries.set(key, entry);
  switch (feature.properties.kind) {
    case 'light': {
      markAroundLamp(plan, plan.lamps.get(key));
      const light = feature as KeptLamp['feature'];
      const lamp = hang({ key, role, feature: light }, { ...plan, straks: linesOf(plan) });
      plan.lamps.set(key, lamp);
      markAroundLamp(plan, lamp);
      return;
    }
    case 'camera':
      takeCamera(plan, key, feature as KeptCamera['feature']);
      return;
    case 'strak': {
      const strak = feature as KeptStrak['feature'];
      const line = strak.geometry.coordinates.map((position) =>
        plan.ground.plane.toPlane(lngLatOf(position)),
      );
      const kept = keepStrak(strak, line);
      if (!kept) {
        drop(plan, key);
        return;
      }
      plan.straks.set(key, kept);
      plan.marks.straks.add(key);
      plan.marks.gone.straks.delete(key);
      return;
    }
    case 'area':
      plan.areas.set(key, feature as PlanAreaFeature);
      plan.marks.areas.add(key);
      plan.marks.gone.areas.delete(key);
      return;
    case 'place':
      return;
  }
}

function drop(plan: LivePlan, key: string): void {
  const { marks } = plan;
  plan.entries.delete(key);
  if (plan.lamps.has(key)) {
    markAroundLamp(plan, plan.lamps.get(key));
    plan.lamps.delete(key);
  }
  if (plan.cameras.has(key)) {
    markAroundCamera(plan, plan.cameras.get(key));
    plan.cameras.delete(key);
  }
  plan.straks.delete(key);
  plan.areas.delete(key);
  for (const kind of ['cameras', 'straks', 'areas'] as const) {
    marks[kind].delete(key);
    marks.gone[kind].add(key);
  }
}

const isTurnedByPaths = ({ feature }: KeptLamp): boolean => feature.properties.rotationDegrees === undefined;

/** Lamps that nobody has turned look anew for their path; one that finds the same hangs as it did. */
function turnLamps(plan: LivePlan): void {
  const straks = linesOf(plan);
  for (const lamp of [...plan.lamps.values()].filter(isTurnedByPaths)) {
    const next = hang(lamp, { ...plan, straks });
    if (next.mounted?.bearingDegrees === lamp.mounted?.bearingDegrees) continue;
    plan.lamps.set(lamp.key, next);
    markAroundLamp(plan, next);
  }
}

/** Takes in what changed. What it reaches is marked; nothing is worked out yet but the cameras' views. */
export function changePlan(plan: LivePlan, change: EntryChange, settings: Settings): void {
  const before = plan.settings;
  plan.settings = settings;
  const order = { area: 0, strak: 1, light: 2, camera: 3, place: 4 };
  const put = [...change.put].sort(
    (a, b) => order[a.feature.properties.kind] - order[b.feature.properties.kind],
  );
  const moved = [...change.drop.map((key) => plan.entries.get(key)), ...put];
  for (const key of change.drop) drop(plan, key);
  for (const entry of put) take(plan, entry);
  if (moved.some((entry) => entry?.feature.properties.kind === 'strak')) turnLamps(plan);
  if (before.flavour !== settings.flavour) refill(plan.marks.tiles, plan.light.tiles.keys());
  if (before.drawsIsolux !== settings.drawsIsolux) refill(plan.marks.isolux, plan.light.tiles.keys());
  if (
    differ(before, settings, ['existing', 'lightCase', 'cameraLux', 'seenPixelsPerMetre', 'wanted', 'judged'])
  )
    markAnswers(plan);
  if (differ(before, settings, ['scaleId', 'masks'])) {
    for (const [key, { feature }] of plan.cameras) takeCamera(plan, key, feature);
    markAnswers(plan);
  }
  plan.isLightingOld = true;
}

const differ = (before: Settings, after: Settings, fields: readonly (keyof Settings)[]): boolean =>
  fields.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
