import type { BackgroundFeature } from '../domain/background.ts';
import type { City } from '../domain/city.ts';
import type { PlanFeature, PlanKind, Proposal } from '../domain/proposal.ts';
import { isOutside } from '../exchange/mapping/parts.ts';
import { type TakeIn, type TakenIn, takeIn, takeInPaced } from '../exchange/mapping/takeIn.ts';
import { mappedKindOf, nameFieldOf } from '../exchange/mapping/uses.ts';
import type { Reading } from '../exchange/messages.ts';
import { paceOf } from '../exchange/pace.ts';
import { planeOf } from '../geometry/plane.ts';
import { addFeatures } from '../proposal/edits/addFeatures.ts';
import type { Pace } from '../storage/pieces.ts';
import { LARGE_CHANGE_CELLS } from '../storage/steps.ts';
import { putBackground } from './background.ts';
import { rememberMapping } from './fieldMemory.ts';
import type { ImportEntry } from './files.ts';
import { markAdded } from './files.ts';
import { doLong } from './longWork.ts';
import { newId } from './papers.ts';
import { commitEdit, commitLargeEdit, usePlanning } from './planning.ts';

/** Where a file's features go, and what they are called there. */
export interface Intake {
  readonly city: City;
  readonly cityFeature: (id: string) => PlanFeature | undefined;
  readonly proposal: Proposal | null;
  readonly nameOf: (kind: PlanKind, nth: number) => string;
}

/** OpenStreetMap's licence asks for these words wherever its data are shown. */
const OSM_CREDIT = '© OpenStreetMap (ODbL)';

/** What a light and a camera usually cost, where the proposal's price list still has it. */
function pricesFor(proposal: Proposal | null): Partial<Record<PlanKind, string>> {
  const usual: Partial<Record<PlanKind, string>> = { light: 'stolpe-armatur', camera: 'kamera' };
  return Object.fromEntries(Object.entries(usual).filter(([, itemId]) => proposal?.prices.items[itemId]));
}

interface Asked {
  readonly features: Reading['features'];
  readonly question: TakeIn;
  /** Of a street map: what is laid under the plan. */
  readonly underlay: readonly BackgroundFeature[];
}

/** What is asked of a file with the choices made. Null until it has been read. */
function askedOf(entry: ImportEntry, intake: Intake): Asked | null {
  const { choices, state } = entry;
  if (!choices || state.kind !== 'read') return null;
  const { reading } = state;
  const { city, proposal, cityFeature, nameOf } = intake;
  const mapped = mappedKindOf(choices.uses.point);
  const nameField = nameFieldOf(reading.summary.fields);
  const underlay = reading.background?.features.filter(
    ({ properties, geometry }) =>
      choices.background[properties.kind] &&
      (choices.includeOutside || !isOutside(geometry, city.surroundings)),
  );
  const question: TakeIn = {
    uses: choices.uses,
    mapping: mapped && choices.mappings[mapped],
    ...(nameField !== undefined && { nameField }),
    keepOwn: choices.keepOwn,
    includeOutside: choices.includeOutside,
    surroundings: city.surroundings,
    links: { measureIds: choices.measureId ? [choices.measureId] : [], namndId: choices.namndId },
    disclosure: choices.disclosure,
    priceItemIds: pricesFor(proposal),
    plane: planeOf(city.metricCrs.proj4),
    newId,
    nameOf,
    existing: (id) => proposal?.added[id] ?? cityFeature(id),
  };
  const features = reading.background && !choices.alsoFeatures ? [] : reading.features;
  return { features, question, underlay: underlay ?? [] };
}

const over = (underlay: Asked['underlay'], taken: TakenIn): TakenIn =>
  underlay.length > 0 ? { ...taken, background: [...underlay, ...taken.background] } : taken;

/** What a file would become with the choices made; nothing is added yet. Null until it has been read. */
export function intakeOf(entry: ImportEntry, intake: Intake): TakenIn | null {
  const asked = askedOf(entry, intake);
  return asked && over(asked.underlay, takeIn(asked.features, asked.question));
}

/** The share of the time that making the features takes; the rest is keeping them. */
const MAKING_SHARE = 0.3;

/**
 * Adds a file to the plan: the features in one step that undo takes back, the rest under the plan. Shown with its
 * progress where that takes a while. Returns whether it was added; cancelled, nothing has changed.
 */
export async function takeEntryIn(
  entry: ImportEntry,
  intake: Intake,
  known: TakenIn | null,
): Promise<boolean> {
  const words = { key: 'exchange.long.adding', params: { file: entry.name } };
  const isDone = await doLong(words, async (pace) => {
    const taken = known ?? (await made(entry, intake, pace));
    return taken !== null && (await kept(entry, taken, pace));
  });
  return isDone ?? false;
}

async function made(entry: ImportEntry, intake: Intake, pace: Required<Pace>): Promise<TakenIn | null> {
  const asked = askedOf(entry, intake);
  if (!asked) return null;
  const { signal } = pace;
  const onProgress = (share: number): void => pace.onProgress(share * MAKING_SHARE);
  try {
    const taken = await takeInPaced(asked.features, asked.question, paceOf({ signal, onProgress }));
    return over(asked.underlay, taken);
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

async function kept(
  entry: ImportEntry,
  { features, background }: TakenIn,
  pace: Required<Pace>,
): Promise<boolean> {
  const { choices, state, id, name } = entry;
  if (!choices || state.kind !== 'read') return false;
  const { committed } = usePlanning.getState();
  if (committed && features.length > 0) {
    const step = { key: 'exchange.step.import', params: { count: features.length, file: name } };
    if (features.length <= LARGE_CHANGE_CELLS) commitEdit(step, addFeatures(committed, features));
    else {
      const onProgress = (share: number): void => pace.onProgress(MAKING_SHARE + share * (1 - MAKING_SHARE));
      const edit = (before: Proposal): Proposal => addFeatures(before, features);
      if (!(await commitLargeEdit(step, edit, { signal: pace.signal, onProgress }))) return false;
    }
  }
  if (background.length > 0) {
    const isOsm = state.reading.background !== undefined;
    putBackground(`file:${id}`, {
      title: name,
      ...(isOsm && { attribution: OSM_CREDIT }),
      features: background,
    });
  }
  const headers = state.reading.summary.fields.map((field) => field.name);
  const mapped = mappedKindOf(choices.uses.point);
  if (mapped && !state.reading.background) rememberMapping(choices.mappings[mapped], headers);
  markAdded(id, { featureCount: features.length, backgroundCount: background.length });
  return true;
}
