/** The open plan as the light and sight calculations ask about it. What did not change keeps its identity. */
import type { Entry, Ground } from '../analysis/lightAndSight/question.ts';
import type { PackageFeature, Status } from '../domain/feature.ts';
import type { PlanFeature, Proposal } from '../domain/proposal.ts';
import type { BackgroundByKind } from './background.ts';

const STANDS: ReadonlySet<Status> = new Set(['byggd', 'i-drift']);

interface EntriesQuestion {
  readonly proposal: Proposal | null;
  readonly features: readonly PlanFeature[];
  readonly city: readonly PackageFeature[];
  readonly chosenIds: ReadonlySet<string>;
  /** Areas that cameras black out. */
  readonly maskIds: ReadonlySet<string>;
}

/** The lights, cameras, stråk and areas of the plan, and the lights as they stand where the plan changes them. */
export function entriesOf(question: EntriesQuestion): ReadonlyMap<string, Entry> {
  const { proposal, features, city, chosenIds, maskIds } = question;
  const entries = new Map<string, Entry>();
  const standing = new Map(
    city
      .filter(({ properties }) => properties.kind === 'light' && STANDS.has(properties.status))
      .map((feature) => [feature.properties.id, feature as PlanFeature] as const),
  );
  const isAsked = (id: string): boolean =>
    chosenIds.has(id) ||
    maskIds.has(id) ||
    proposal?.added[id] !== undefined ||
    proposal?.changed[id] !== undefined;
  for (const feature of features) {
    const { id, kind, status } = feature.properties;
    if (status === 'avslutad' || kind === 'place' || (kind === 'area' && !isAsked(id))) continue;
    const stands = kind === 'light' && standing.get(id) === feature;
    if (stands) standing.delete(id);
    entries.set(id, { key: id, role: kind === 'light' ? (stands ? 'both' : 'after') : 'both', feature });
  }
  for (const [id, feature] of standing)
    entries.set(`before/${id}`, { key: `before/${id}`, role: 'before', feature });
  return entries;
}

/** The same entries with these features as they are now: what a gesture moves keeps its part in the question. O(n). */
export function entriesWith(
  before: ReadonlyMap<string, Entry>,
  features: Iterable<PlanFeature>,
): ReadonlyMap<string, Entry> {
  const entries = new Map(before);
  for (const feature of features) {
    const { id } = feature.properties;
    const entry = entries.get(id);
    if (entry) entries.set(id, { ...entry, feature });
  }
  return entries;
}

/** Something farther from every object of the plan than this many degrees throws no shadow on it. */
const MARGIN_DEGREES = { lng: 0.008, lat: 0.004 };
/** The box grows in steps, so that a drag does not change what lies within it. */
const STEP_DEGREES = 0.005;

type Box = readonly [west: number, south: number, east: number, north: number];

function* positionsIn(geometry: GeoJSON.Geometry): Generator<readonly number[]> {
  if (geometry.type === 'GeometryCollection') return;
  const walk = function* (part: unknown): Generator<readonly number[]> {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === 'number') yield part as number[];
    else for (const inner of part) yield* walk(inner);
  };
  yield* walk(geometry.coordinates);
}

const boxes = new WeakMap<GeoJSON.Geometry, Box>();

/** The box of a geometry. Kept: in a drag all but one are those from before. */
function boxOf(geometry: GeoJSON.Geometry): Box {
  const known = boxes.get(geometry);
  if (known) return known;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng = 0, lat = 0] of positionsIn(geometry)) {
    [west, east] = [Math.min(west, lng), Math.max(east, lng)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  const box: Box = [west, south, east, north];
  boxes.set(geometry, box);
  return box;
}

/** The box of everything in question, with its margin, in whole steps. */
export function boxOfEntries(entries: Iterable<Entry>): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { feature } of entries) {
    if (feature.properties.kind === 'area') continue;
    const box = boxOf(feature.geometry);
    [west, east] = [Math.min(west, box[0]), Math.max(east, box[2])];
    [south, north] = [Math.min(south, box[1]), Math.max(north, box[3])];
  }
  if (!(west <= east)) return null;
  const down = (value: number): number => Math.floor(value / STEP_DEGREES) * STEP_DEGREES;
  const up = (value: number): number => Math.ceil(value / STEP_DEGREES) * STEP_DEGREES;
  return [
    down(west - MARGIN_DEGREES.lng),
    down(south - MARGIN_DEGREES.lat),
    up(east + MARGIN_DEGREES.lng),
    up(north + MARGIN_DEGREES.lat),
  ];
}

function within<Feature extends { readonly geometry: GeoJSON.Geometry }>(
  features: readonly Feature[],
  box: Box | null,
): readonly Feature[] {
  if (!box) return [];
  const [west, south, east, north] = box;
  return features.filter(({ geometry }) => {
    const own = boxOf(geometry);
    return own[0] <= east && own[2] >= west && own[1] <= north && own[3] >= south;
  });
}

const sameItems = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((item, i) => item === others[i]);

/** What the ground was made for last: in a drag the same is asked again each frame. */
interface GroundMade {
  readonly ground: Ground;
  readonly around: BackgroundByKind;
  readonly box: Box | null;
}
let made: GroundMade | null = null;

/** The background near the plan; the one from before where nothing near it has changed. */
export function groundOf(
  around: BackgroundByKind,
  asked: { readonly box: Box | null; readonly proj4: string },
  before: Ground | null,
): Ground {
  const { box, proj4 } = asked;
  const isKnown = made?.ground === before && made?.around === around && before?.proj4 === proj4;
  if (before && made && isKnown && sameItems(made.box ?? [], box ?? [])) return before;
  const buildings = within(around.buildings, box);
  const lamps = within(around.lamps, box);
  const paths = within(around.paths, box);
  const isSame =
    before?.proj4 === proj4 &&
    sameItems(before.buildings, buildings) &&
    sameItems(before.lamps, lamps) &&
    sameItems(before.paths, paths);
  const ground = isSame ? before : { proj4, buildings, lamps, paths };
  made = { ground, around, box };
  return ground;
}
