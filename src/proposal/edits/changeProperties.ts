import type { FeatureChange, Proposal } from '../../domain/proposal.ts';
import { withChanges } from '../change.ts';

/** What a form may set. Geometry has its own verbs, and status must pass its check (`changeStatus`). */
export type PropertyPatch = Omit<FeatureChange, 'geometry' | 'status' | 'measureIds'>;

export interface PropertyEdit {
  readonly ids: Iterable<string>;
  /** `null` takes a value away; a nested object (name, record) changes only the keys it has. */
  readonly patch: PropertyPatch;
}

/** Sets the same properties on many features. */
export const changeProperties = (proposal: Proposal, { ids, patch }: PropertyEdit): Proposal =>
  withChanges(
    proposal,
    [...ids].map((id) => [id, patch] as const),
  );
