import type { FeatureChange, PlanFeature, Proposal } from '../../domain/proposal.ts';
import { aimCamera } from '../../proposal/edits/aimCamera.ts';
import { changeProperties, type PropertyPatch } from '../../proposal/edits/changeProperties.ts';
import type { Atlas } from '../../state/atlas.ts';
import { planOf } from '../../state/planning.ts';
import { deskOf, keep } from '../desk.ts';
import { stepOf } from '../words.ts';
import { AIMING } from './ofKind.ts';

const idsOf = (features: readonly PlanFeature[]): string[] => features.map(({ properties }) => properties.id);

/** Sets the same properties on all, as one step that names the field. */
export function change(
  atlas: Atlas,
  features: readonly PlanFeature[],
  { field, patch }: { readonly field: string; readonly patch: PropertyPatch },
): void {
  const desk = deskOf(atlas);
  if (!desk) return;
  const after = changeProperties(desk.proposal, { ids: idsOf(features), patch });
  keep(stepOf('planner.step.change', features, { field }), after);
}

/** Sets one number on all. A camera's angle and focal length are kept in agreement. */
export function changeNumber(
  atlas: Atlas,
  features: readonly PlanFeature[],
  { key, value }: { readonly key: string; readonly value: number | null },
): void {
  const desk = deskOf(atlas);
  if (!desk) return;
  const patched = (proposal: Proposal): Proposal =>
    changeProperties(proposal, { ids: idsOf(features), patch: { [key]: value } as FeatureChange });
  const aimed = (proposal: Proposal): Proposal =>
    features.reduce((before, { properties }) => {
      const plan = planOf(before, atlas.features);
      const { id } = properties;
      if (properties.kind !== 'camera' || value === null) return before;
      if (AIMING.has(key)) return aimCamera(plan, { id, [key]: value });
      const focal = properties.focalLengthMillimetres;
      return key === 'sensorWidthMillimetres' && focal !== undefined
        ? aimCamera(plan, { id, focalLengthMillimetres: focal })
        : before;
    }, proposal);
  const isAim = AIMING.has(key) && features.every(({ properties }) => properties.kind === 'camera');
  const after = aimed(isAim && value !== null ? desk.proposal : patched(desk.proposal));
  keep(stepOf('planner.step.change', features, { field: key }), after);
}
