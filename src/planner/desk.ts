import type { PlanFeature, Proposal } from '../domain/proposal.ts';
import type { Plane } from '../geometry/plane.ts';
import type { Plan } from '../proposal/apply.ts';
import { effectiveFeature } from '../proposal/apply.ts';
import type { Atlas } from '../state/atlas.ts';
import type { BackgroundByKind } from '../state/background.ts';
import { backgroundByKind, useBackground } from '../state/background.ts';
import { planeOfCity } from '../state/plane.ts';
import { commitEdit, planFeatures, planOf, say, usePlanning } from '../state/planning.ts';
import type { NamedStep } from './words.ts';

/** What lies before the planner when a gesture begins: the open proposal as it was kept last. */
export interface Desk {
  readonly atlas: Atlas;
  readonly plane: Plane;
  readonly proposal: Proposal;
  readonly plan: Plan;
  readonly features: readonly PlanFeature[];
  readonly around: BackgroundByKind;
}

/** The desk as it is now; null when no proposal is open. */
export function deskOf(atlas: Atlas): Desk | null {
  const { committed } = usePlanning.getState();
  if (!committed) return null;
  return {
    atlas,
    plane: planeOfCity(atlas.city),
    proposal: committed,
    plan: planOf(committed, atlas.features),
    features: planFeatures(committed, atlas.features),
    around: backgroundByKind(useBackground.getState().parts),
  };
}

/** The features that are chosen and exist. */
export function chosenFeatures({ plan }: Desk): PlanFeature[] {
  return [...usePlanning.getState().chosenIds].flatMap((id) => effectiveFeature(plan, id) ?? []);
}

/** Keeps one gesture and says what it was. */
export function keep(step: NamedStep, after: Proposal, said?: NamedStep): void {
  commitEdit(step, after);
  say(said ?? { key: 'planner.said.done', step });
}
