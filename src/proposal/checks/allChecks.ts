import { effectiveFeatures, type Plan } from '../apply.ts';
import type { Finding, Severity } from '../finding.ts';
import { moneyOf } from '../money.ts';
import { cameraRecords } from './cameraRecords.ts';
import { duplicatePoles } from './duplicatePoles.ts';
import { lightClearance } from './lightClearance.ts';
import { poleInBuilding } from './poleInBuilding.ts';
import { spending } from './spending.ts';
import { type CurrentRelease, supersededData } from './supersededData.ts';
import type { Surroundings } from './surroundings.ts';
import { withoutMeasure } from './withoutMeasure.ts';

export interface CheckQuestion extends Plan, Surroundings {
  readonly latitudeDegrees: number;
  readonly knownMeasureIds: ReadonlySet<string>;
  readonly current: CurrentRelease;
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, notice: 2 };

/** Everything the checks find about a plan, the gravest first. What the city itself is to blame for is left out. */
export function allFindings(question: CheckQuestion): Finding[] {
  const features = effectiveFeatures(question);
  const { added, changed } = question.proposal;
  const ours = (finding: Finding): boolean =>
    finding.ids.length === 0 ||
    finding.ids.some((id) => added[id] !== undefined || changed[id] !== undefined);
  const found = [
    ...cameraRecords(features),
    ...lightClearance(features, question),
    ...poleInBuilding(features, question),
    ...duplicatePoles(features, question.plane),
    ...withoutMeasure(features, question.knownMeasureIds),
  ].filter(ours);
  found.push(...spending(moneyOf(question)), ...supersededData(question, question.current));
  return found.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}
