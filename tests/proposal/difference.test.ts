import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../src/domain/proposal.ts';
import { inverseOf } from '../../src/proposal/cells.ts';
import { applyDifference, difference } from '../../src/proposal/difference.ts';
import { changeProperties } from '../../src/proposal/edits/changeProperties.ts';
import { aPlan } from './aPlan.ts';
import { applied, CITY, someEdits } from './someEdits.ts';

const start = aPlan(CITY);

describe('a proposal’s difference', () => {
  it('applied gives the result, for any sequence of edits', () => {
    fc.assert(
      fc.property(someEdits('a'), (edits) => {
        const after = edits.reduce<Proposal>(
          (proposal, edit) => applied({ ...start, proposal }, edit),
          start.proposal,
        );
        expect(applyDifference(start.proposal, difference(start.proposal, after))).toEqual(after);
      }),
    );
  });
  it('undone step by step gives the start', () => {
    fc.assert(
      fc.property(someEdits('a'), (edits) => {
        const states = [start.proposal];
        for (const edit of edits) states.push(applied({ ...start, proposal: states.at(-1)! }, edit));
        let proposal = states.at(-1)!;
        for (let index = states.length - 1; index > 0; index--) {
          proposal = applyDifference(proposal, inverseOf(difference(states[index - 1]!, states[index]!)));
          expect(proposal).toEqual(states[index - 1]);
        }
      }),
    );
  });
  it('is one cell for one property, and knows nothing of the clock', () => {
    const after = {
      ...changeProperties(start.proposal, { ids: ['l1'], patch: { heightMetres: 6 } }),
      updatedAt: 'now',
    };
    expect(difference(start.proposal, after)).toEqual({
      changed: { before: {} },
      'changed/l1/heightMetres': { after: 6 },
    });
  });
});
