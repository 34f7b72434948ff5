import fc from 'fast-check';
import type { PlanFeature, Proposal } from '../../src/domain/proposal.ts';
import { effectiveFeatures, type Plan } from '../../src/proposal/apply.ts';
import { addFeature } from '../../src/proposal/edits/addFeatures.ts';
import { aimCamera } from '../../src/proposal/edits/aimCamera.ts';
import { changePriceTerms } from '../../src/proposal/edits/changePrice.ts';
import { changeProperties } from '../../src/proposal/edits/changeProperties.ts';
import { changeProposal } from '../../src/proposal/edits/changeProposal.ts';
import { duplicateFeatures } from '../../src/proposal/edits/duplicateFeatures.ts';
import { fillStrak } from '../../src/proposal/edits/fillStrak.ts';
import { linkMeasure } from '../../src/proposal/edits/linkMeasure.ts';
import { moveFeatures } from '../../src/proposal/edits/moveFeatures.ts';
import { removeFeatures } from '../../src/proposal/edits/removeFeatures.ts';
import { restoreFeatures } from '../../src/proposal/edits/restoreFeatures.ts';
import { aCamera, aLight, aStrak, frozen, plane } from './aPlan.ts';

export const STRAK = aStrak('s1', [
  [0, 0],
  [100, 0],
]);
export const CITY: PlanFeature[] = [aLight('l1', [0, 0]), aCamera('c1', [20, 5]), STRAK];

/** One random edit: the verb, which of the present features, a number, and an id that nobody else uses. */
export interface SomeEdit {
  readonly verb: string;
  readonly pick: number;
  readonly value: number;
  readonly id: string;
}
const VERBS = [
  'add',
  'camera',
  'move',
  'change',
  'record',
  'remove',
  'restore',
  'aim',
  'fill',
  'duplicate',
  'link',
  'price',
  'rename',
] as const;

/** Sequences of edits whose new ids begin with a name, so that two people never draw the same id. */
export const someEdits = (who: string, maxLength = 12): fc.Arbitrary<SomeEdit[]> =>
  fc
    .array(
      fc.record({
        verb: fc.constantFrom(...VERBS),
        pick: fc.nat(1000),
        value: fc.integer({ min: 1, max: 50 }),
      }),
      { maxLength },
    )
    .map((edits) => edits.map((edit, index) => ({ ...edit, id: `${who}-${index}` })));

/** Applies a random edit; inputs are frozen, so that an edit that mutates fails. */
export function applied(plan: Plan, { verb, pick, value, id }: SomeEdit): Proposal {
  const { proposal } = frozen(plan);
  const features = effectiveFeatures(plan);
  const chosen = features[pick % Math.max(1, features.length)]?.properties.id;
  const ids = chosen ? [chosen] : [];
  let made = 0;
  const newId = () => `${id}-${++made}`;
  switch (verb) {
    case 'add':
      return addFeature(proposal, aLight(id, [value, pick % 50]));
    case 'camera':
      return addFeature(proposal, aCamera(id, [value, pick % 50]));
    case 'move':
      return moveFeatures(plan, { ids, by: [value, -value], plane });
    case 'change':
      return changeProperties(proposal, {
        ids,
        patch: { note: `${value}`, priceSek: value, name: { sv: `N${value}` } },
      });
    case 'record':
      return changeProperties(proposal, { ids, patch: { record: { purpose: `P${value}`, address: null } } });
    case 'remove':
      return removeFeatures(proposal, ids);
    case 'restore':
      return restoreFeatures(proposal, Object.keys(proposal.removed).slice(0, 1));
    case 'aim':
      return aimCamera(plan, { id: 'c1', bearingDegrees: value, fieldOfViewDegrees: value + 10 });
    case 'fill':
      return fillStrak(
        proposal,
        {
          strak: STRAK,
          plane,
          spacingMetres: value + 20,
          offsetMetres: 3,
          arrangement: 'zig-zag',
          side: 'left',
        },
        { pattern: { name: { sv: 'L', en: 'L', fi: 'L' }, measureIds: [], namndId: 'n1' }, newId },
      );
    case 'duplicate':
      return duplicateFeatures(plan, { ids, by: [value, 0], plane, newId });
    case 'link':
      return linkMeasure(plan, { ids, measureId: `m${value % 3}`, how: 'add' });
    case 'price':
      return changePriceTerms(proposal, { energySekPerKwh: value });
    default:
      return changeProposal(proposal, { name: `Alternativ ${value}` });
  }
}
