import type { City } from '../domain/city.ts';
import type { PlanFeature, PlanKind, Proposal } from '../domain/proposal.ts';
import { isOutside } from '../exchange/mapping/parts.ts';
import { type TakenIn, takeIn } from '../exchange/mapping/takeIn.ts';
import { mappedKindOf, nameFieldOf } from '../exchange/mapping/uses.ts';
import { planeOf } from '../geometry/plane.ts';
import { addFeatures } from '../proposal/edits/addFeatures.ts';
import { putBackground } from './background.ts';
import { rememberMapping } from './fieldMemory.ts';
import type { ImportEntry } from './files.ts';
import { markAdded } from './files.ts';
import { newId } from './papers.ts';
import { commitEdit } from './planning.ts';

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

/** What a file would become with the choices made; nothing is added yet. Null until it has been read. */
export function intakeOf(entry: ImportEntry, intake: Intake): TakenIn | null {
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
  const features = reading.background && !choices.alsoFeatures ? [] : reading.features;
  const taken = takeIn(features, {
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
  });
  return underlay ? { ...taken, background: [...underlay, ...taken.background] } : taken;
}

/** Adds what a file became: the features in one step that undo takes back, the rest under the plan. */
export function takeEntryIn(entry: ImportEntry, taken: TakenIn, proposal: Proposal | null): void {
  const { choices, state, id, name } = entry;
  if (!choices || state.kind !== 'read') return;
  const { features, background } = taken;
  if (proposal && features.length > 0)
    commitEdit(
      { key: 'exchange.step.import', params: { count: features.length, file: name } },
      addFeatures(proposal, features),
    );
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
}
