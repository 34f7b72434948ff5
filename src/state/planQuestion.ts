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

/** The box of everything in question, with its margin, in whole steps. */
export function boxOfEntries(entries: Iterable<Entry>): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { feature } of entries) {
    if (feature.properties.kind === 'area') continue;
    for (const [lng = 0, lat = 0] of positionsIn(feature.geometry)) {
      [west, east] = [Math.min(west, lng), Math.max(east, lng)];
      [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    }
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
    for (const [lng = 0, lat = 0] of positionsIn(geometry))
      if (lng >= west && lng <= east && lat >= south && lat <= north) return true;
    return false;
  });
}

const sameItems = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((item, i) => item === others[i]);

/** The background near the plan; the one from before where nothing near it has changed. */
export function groundOf(
  around: BackgroundByKind,
  asked: { readonly box: Box | null; readonly proj4: string },
  before: Ground | null,
): Ground {
  const { box, proj4 } = asked;
  const buildings = within(around.buildings, box);
  const lamps = within(around.lamps, box);
  const paths = within(around.paths, box);
  const isSame =
    before?.proj4 === proj4 &&
    sameItems(before.buildings, buildings) &&
    sameItems(before.lamps, lamps) &&
    sameItems(before.paths, paths);
  return isSame ? before : { proj4, buildings, lamps, paths };
}
