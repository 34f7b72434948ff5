import type { Status } from '../../domain/feature.ts';
import type { PlanFeature, Proposal } from '../../domain/proposal.ts';
import { effectiveFeature, effectiveFeatures, type Plan } from '../apply.ts';
import { withChanges } from '../change.ts';
import { cameraRecords } from '../checks/cameraRecords.ts';
import type { Finding } from '../finding.ts';

/** An edit that may be refused: the proposal is then the same as before, and the blockers say why. */
export interface Outcome {
  readonly proposal: Proposal;
  readonly blockers: readonly Finding[];
}

const blockersAmong = (features: readonly PlanFeature[]): Finding[] =>
  cameraRecords(features, 'beslutad').filter(({ severity }) => severity === 'error');

/**
 * Moves features on in their life. A camera without its lawful record cannot leave "föreslagen"; then none of the
 * features changes status.
 */
export function changeStatus(plan: Plan, ids: Iterable<string>, status: Status): Outcome {
  const features = [...ids].flatMap((id) => effectiveFeature(plan, id) ?? []);
  const blockers = status === 'foreslagen' || status === 'avslutad' ? [] : blockersAmong(features);
  if (blockers.length > 0) return { proposal: plan.proposal, blockers };
  const changes = features.map(({ properties }) => [properties.id, { status }] as const);
  return { proposal: withChanges(plan.proposal, changes), blockers };
}

/**
 * Sends on, decides, archives or reopens a proposal. It cannot be decided while a camera that it adds or changes
 * lacks its lawful record.
 */
export function changeStanding(plan: Plan, status: Proposal['status']): Outcome {
  const { proposal } = plan;
  const touched = effectiveFeatures(plan).filter(
    ({ properties: { id } }) => proposal.added[id] || proposal.changed[id],
  );
  const blockers = status === 'beslutad' ? blockersAmong(touched) : [];
  return { proposal: blockers.length > 0 ? proposal : { ...proposal, status }, blockers };
}
