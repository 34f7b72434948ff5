import { effectiveFeatures, type Plan } from '../apply.ts';
import type { Finding, Severity } from '../finding.ts';
import { moneyOf } from '../money.ts';
import { cameraRecords } from './cameraRecords.ts';
import { duplicatePoles } from './duplicatePoles.ts';
import { lightClearance } from './lightClearance.ts';
import { poleInBuilding } from './poleInBuilding.ts';
import { poleInPlane } from './poles.ts';
import { spending } from './spending.ts';
import { type CurrentRelease, supersededData } from './supersededData.ts';
import type { Surroundings } from './surroundings.ts';
import { withoutMeasure } from './withoutMeasure.ts';

export interface CheckQuestion extends Plan, Surroundings {
  readonly latitudeDegrees: number;
  readonly knownMeasureIds: ReadonlySet<string>;
  readonly current: CurrentRelease;
}

/** Poles brought into the plane before a pause: some ten milliseconds. */
const POLES_AT_ONCE = 3_000;

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, notice: 2 };

/** What each check finds about a plan, one after the other, so that a large plan can be checked with pauses between. */
export function* findingsByCheck(question: CheckQuestion): Generator<readonly Finding[]> {
  const features = effectiveFeatures(question);
  const { added, changed } = question.proposal;
  // what the city itself is to blame for is left out
  const ours = (finding: Finding): boolean =>
    finding.ids.length === 0 ||
    finding.ids.some((id) => added[id] !== undefined || changed[id] !== undefined);
  for (let start = 0; start < features.length; start += POLES_AT_ONCE) {
    for (const { geometry } of features.slice(start, start + POLES_AT_ONCE))
      if (geometry.type === 'Point') poleInPlane(geometry, question.plane);
    if (start > 0) yield [];
  }
  yield cameraRecords(features).filter(ours);
  yield lightClearance(features, question).filter(ours);
  yield poleInBuilding(features, question).filter(ours);
  yield duplicatePoles(features, question.plane).filter(ours);
  yield withoutMeasure(features, question.knownMeasureIds).filter(ours);
  yield spending(moneyOf(question));
  yield supersededData(question, question.current);
}

/** The gravest first; of equal ones, in the order of the checks. */
export const byWeight = (found: readonly Finding[]): Finding[] =>
  found.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);

/** Everything the checks find about a plan, the gravest first. */
export const allFindings = (question: CheckQuestion): Finding[] =>
  byWeight([...findingsByCheck(question)].flat());
