import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Proposal } from '../../src/domain/proposal.ts';
import { effectiveFeatures } from '../../src/proposal/apply.ts';
import { addFeature } from '../../src/proposal/edits/addFeatures.ts';
import { changeProperties } from '../../src/proposal/edits/changeProperties.ts';
import { changeProposal } from '../../src/proposal/edits/changeProposal.ts';
import { removeFeatures } from '../../src/proposal/edits/removeFeatures.ts';
import type { Workspace } from '../../src/storage/workspace.ts';
import { aLight, aPlan, aProposal } from '../proposal/aPlan.ts';
import { applied, CITY, type SomeEdit, someEdits } from '../proposal/someEdits.ts';
import { aWorkspace, Device } from './aWorkspace.ts';

const STEP = { key: 'edit' };
const start = aPlan(CITY);
const open: Workspace[] = [];
const opened = async (...args: Parameters<typeof aWorkspace>) => {
  const result = await aWorkspace(...args);
  open.push(result.workspace);
  return result;
};
afterEach(async () => {
  for (const workspace of open.splice(0)) await workspace.close();
});

const proposalIn = (workspace: Workspace, id = 'p1'): Proposal => {
  const reading = workspace.readProposal(id);
  if (reading?.kind !== 'proposal') throw new Error(`no proposal: ${JSON.stringify(reading)}`);
  return reading.proposal;
};
const unstamped = ({ updatedAt: _at, ...rest }: Proposal): unknown => rest;
const edit = (workspace: Workspace, change: (proposal: Proposal) => Proposal, key = 'edit'): void => {
  const before = proposalIn(workspace);
  workspace.commitProposal({ key }, before, change(before));
};
const drawn = (workspace: Workspace, edits: readonly SomeEdit[]): void => {
  for (const some of edits) edit(workspace, (proposal) => applied({ ...start, proposal }, some));
};

describe('a workspace', () => {
  it('keeps a proposal, its steps and their names over a reload', async () => {
    const { workspace, device } = await opened();
    workspace.commitProposal({ key: 'new-proposal' }, undefined, aProposal());
    edit(workspace, (proposal) => addFeature(proposal, aLight('l9', [1, 2])), 'place-light');
    edit(
      workspace,
      (proposal) => changeProperties(proposal, { ids: ['l9'], patch: { heightMetres: 6 } }),
      'set-height',
    );
    const before = proposalIn(workspace);
    await workspace.close();
    const { workspace: again } = await opened(device);
    expect(unstamped(proposalIn(again))).toEqual(unstamped(before));
    expect(again.next().undo?.name.key).toBe('set-height');
    again.undo();
    expect(proposalIn(again).changed).toEqual({});
    again.undo();
    expect(proposalIn(again).added).toEqual({});
    expect(again.next().redo?.name.key).toBe('place-light');
    again.redo();
    again.redo();
    expect(unstamped(proposalIn(again))).toEqual(unstamped(before));
  });
  it('writes a gesture and its step together, once', async () => {
    const { workspace, device } = await opened();
    workspace.commitProposal(STEP, undefined, aProposal());
    await workspace.settled();
    expect([device.appends, device.updates.length, device.steps.length]).toEqual([1, 1, 1]);
  });
  it('hands back the very proposal that was committed, without parsing it again', async () => {
    const { workspace } = await opened();
    workspace.commitProposal(STEP, undefined, aProposal());
    const before = proposalIn(workspace);
    const after = changeProposal(before, { name: 'B' });
    workspace.commitProposal(STEP, before, after);
    expect(proposalIn(workspace)).toBe(after);
    expect(workspace.changedAt('p1')! > before.updatedAt!).toBe(true);
  });
  it('forgets what could be redone when something new is done in the same proposal', async () => {
    const { workspace } = await opened();
    workspace.commitProposal(STEP, undefined, aProposal());
    workspace.commitProposal(STEP, undefined, aProposal('p2'));
    edit(workspace, (proposal) => changeProposal(proposal, { name: 'B' }));
    workspace.undo({ recordId: 'p1' });
    const other = proposalIn(workspace, 'p2');
    workspace.commitProposal(STEP, other, changeProposal(other, { name: 'Z' }));
    expect(workspace.next({ recordId: 'p1' }).redo).toBeDefined();
    edit(workspace, (proposal) => changeProposal(proposal, { name: 'C' }));
    expect(workspace.next({ recordId: 'p1' }).redo).toBeUndefined();
    expect(workspace.next({ recordId: 'p2' }).undo?.recordId).toBe('p2');
  });
  it('keeps other collections alike', async () => {
    const { workspace } = await opened();
    const heard: string[] = [];
    workspace.subscribe((collection, ids) => heard.push(`${collection}:${ids}`));
    const place = { collection: 'places', recordId: 'park' } as const;
    const first = { id: 'park', problem: 'mörkt', measures: {} };
    workspace.commit({ ...place, name: STEP, before: undefined, after: first });
    workspace.commit({
      ...place,
      name: STEP,
      before: first,
      after: { ...first, measures: { ljus: { owner: 'n1' } } },
    });
    expect(workspace.read('places', 'park')).toEqual({
      id: 'park',
      problem: 'mörkt',
      measures: { ljus: { owner: 'n1' } },
    });
    expect(workspace.ids('places')).toEqual(['park']);
    expect(heard).toEqual(['places:park', 'places:park']);
  });
  it('leaves an unreadable proposal untouched and says why', async () => {
    const { workspace } = await opened();
    const damaged = { id: 'p1', name: '' };
    workspace.commit({
      collection: 'proposals',
      recordId: 'p1',
      name: STEP,
      before: undefined,
      after: damaged,
    });
    expect(workspace.readProposal('p1')).toMatchObject({ kind: 'unreadable' });
    expect(workspace.read('proposals', 'p1')).toMatchObject(damaged);
  });
});

describe('any sequence of edits', { timeout: 30_000 }, () => {
  it('undone to the end gives the start, and redone the end, also over a reload', async () => {
    await fc.assert(
      fc.asyncProperty(someEdits('a'), async (edits) => {
        const { workspace, device } = await aWorkspace();
        workspace.commitProposal(STEP, undefined, start.proposal);
        drawn(workspace, edits);
        const end = proposalIn(workspace);
        await workspace.close();
        const { workspace: again } = await aWorkspace(device);
        let steps = 0;
        while (again.next().undo && steps < device.steps.length - 1) {
          expect(again.undo()?.kept).toEqual([]);
          steps++;
        }
        expect(unstamped(proposalIn(again))).toEqual(start.proposal);
        again.undo();
        expect(again.ids('proposals')).toEqual([]);
        expect(again.changedAt('p1')).toBeUndefined();
        while (again.next().redo) again.redo();
        expect(unstamped(proposalIn(again))).toEqual(unstamped(end));
        await again.close();
      }),
      { numRuns: 40 },
    );
  });
});

describe('two people at once', { timeout: 30_000 }, () => {
  /** Two devices that start from the same file and meet again through files. */
  const twoSides = async () => {
    const { workspace: ours } = await aWorkspace();
    ours.commitProposal(STEP, undefined, start.proposal);
    const { workspace: theirs } = await aWorkspace();
    theirs.mergeFile(ours.toFile(), (whose) => whose);
    return { ours, theirs };
  };
  it('converge, and nobody’s drawn features are lost', async () => {
    await fc.assert(
      fc.asyncProperty(someEdits('a'), someEdits('b'), async (left, right) => {
        const { ours, theirs } = await twoSides();
        drawn(ours, left);
        drawn(theirs, right);
        const drawnIds = [...Object.keys(proposalIn(ours).added), ...Object.keys(proposalIn(theirs).added)];
        const [ourFile, theirFile] = [ours.toFile(), theirs.toFile()];
        ours.mergeFile(theirFile, (whose) => whose);
        theirs.mergeFile(ourFile, (whose) => whose);
        expect(unstamped(proposalIn(ours))).toEqual(unstamped(proposalIn(theirs)));
        expect(Object.keys(proposalIn(ours).added).sort()).toEqual([...new Set(drawnIds)].sort());
        expect(() => effectiveFeatures({ ...start, proposal: proposalIn(ours) })).not.toThrow();
        await ours.close();
        await theirs.close();
      }),
      { numRuns: 40 },
    );
  });
  it('keep both changes of one feature when they touch different properties for the first time', async () => {
    const { ours, theirs } = await twoSides();
    edit(ours, (proposal) => changeProperties(proposal, { ids: ['l1'], patch: { heightMetres: 6 } }));
    edit(theirs, (proposal) => changeProperties(proposal, { ids: ['l1'], patch: { powerWatts: 20 } }));
    const report = ours.mergeFile(theirs.toFile(), (whose) => whose);
    expect(proposalIn(ours).changed.l1).toEqual({ heightMetres: 6, powerWatts: 20 });
    expect(report.conflicts).toEqual([]);
  });
  it('undo takes back one’s own cells and never the other’s', async () => {
    const { ours, theirs } = await twoSides();
    edit(ours, (proposal) => changeProperties(proposal, { ids: ['l1', 'c1'], patch: { note: 'ours' } }));
    theirs.mergeFile(ours.toFile(), (whose) => whose);
    edit(theirs, (proposal) => changeProperties(proposal, { ids: ['l1'], patch: { note: 'theirs' } }));
    ours.mergeFile(theirs.toFile(), (whose) => whose);
    expect(ours.undo()).toMatchObject({ kept: ['changed/l1/note'] });
    expect(proposalIn(ours).changed).toEqual({ l1: { note: 'theirs' } });
  });
  it('undo does not take away a proposal in which somebody else has drawn', async () => {
    const { ours, theirs } = await twoSides();
    edit(theirs, (proposal) => addFeature(proposal, aLight('b-1', [3, 3])));
    ours.mergeFile(theirs.toFile(), (whose) => whose);
    expect(ours.undo()?.written).toEqual([]);
    expect(Object.keys(proposalIn(ours).added)).toEqual(['b-1']);
  });
  it('a feature removed by one and changed by the other comes back whole', async () => {
    const { ours, theirs } = await twoSides();
    edit(ours, (proposal) => addFeature(proposal, aLight('a-1', [3, 3])));
    theirs.mergeFile(ours.toFile(), (whose) => whose);
    edit(theirs, (proposal) => changeProperties(proposal, { ids: ['a-1'], patch: { heightMetres: 4 } }));
    edit(ours, (proposal) => removeFeatures(proposal, ['a-1']));
    ours.mergeFile(theirs.toFile(), (whose) => whose);
    ours.undo();
    expect(effectiveFeatures({ ...start, proposal: proposalIn(ours) }).at(-1)?.properties).toMatchObject({
      id: 'a-1',
      heightMetres: 4,
    });
  });
});

describe('two tabs', () => {
  const soon = async (check: () => boolean) => {
    for (let tries = 0; tries < 200 && !check(); tries++)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(check()).toBe(true);
  };
  it('see each other’s changes, and a late one learns what is not on disk yet', async () => {
    const device = new Device();
    const { workspace: first } = await opened(device, 'shared');
    device.trouble = 'full';
    first.commitProposal(STEP, undefined, aProposal());
    const { workspace: second } = await opened(new Device(), 'shared');
    await soon(() => second.readProposal('p1') !== undefined);
    edit(second, (proposal) => addFeature(proposal, aLight('l9', [0, 0])));
    edit(first, (proposal) => addFeature(proposal, aLight('l8', [0, 5])));
    await soon(() => [first, second].every((tab) => Object.keys(proposalIn(tab).added).length === 2));
  });
});

describe('a device in trouble', () => {
  it('says so at once, still saves to a file, and catches up when there is room', async () => {
    const { workspace, device, statuses } = await opened();
    device.trouble = 'full';
    workspace.commitProposal(STEP, undefined, aProposal());
    await workspace.settled();
    expect(statuses.at(-1)).toMatchObject({ kind: 'trouble', trouble: 'full' });
    expect(workspace.toFile()).toContain('Alternativ A');
    device.trouble = undefined;
    edit(workspace, (proposal) => changeProposal(proposal, { name: 'B' }));
    await workspace.settled();
    expect(statuses.at(-1)).toEqual({ kind: 'saved' });
    await workspace.close();
    const { workspace: again } = await opened(device);
    expect(proposalIn(again).name).toBe('B');
    expect(device.steps).toHaveLength(2);
  });
  it('opens late: takes up what was kept, and writes what was done meanwhile', async () => {
    const { workspace: earlier, device } = await opened();
    earlier.commitProposal(STEP, undefined, aProposal());
    await earlier.close();
    device.closed = 'silent';
    const { workspace, statuses } = await opened(device);
    expect(statuses).toMatchObject([{ kind: 'trouble', trouble: 'silent' }]);
    workspace.commitProposal(STEP, undefined, aProposal('p2'));
    device.closed = undefined;
    await workspace.retryStorage();
    expect(workspace.status()).toEqual({ kind: 'saved' });
    expect(workspace.ids('proposals')).toEqual(['p1', 'p2']);
    expect(workspace.next({ recordId: 'p1' }).undo).toBeDefined();
    await workspace.close();
    const { workspace: again } = await opened(device);
    expect(again.ids('proposals')).toEqual(['p1', 'p2']);
  });
  it('opens what it can when a part is damaged', async () => {
    const { workspace, device } = await opened();
    workspace.commitProposal(STEP, undefined, aProposal());
    await workspace.close();
    device.updates.push(new Uint8Array([9, 9, 9, 9]));
    const { workspace: again, statuses } = await opened(device);
    expect(proposalIn(again).name).toBe('Alternativ A');
    expect(statuses[0]).toMatchObject({ kind: 'trouble', trouble: 'damaged' });
  });
  it('melts many updates into one', async () => {
    const { workspace, device } = await opened();
    workspace.commitProposal(STEP, undefined, aProposal());
    for (let count = 0; count < 510; count++) {
      edit(workspace, (proposal) => changeProposal(proposal, { budgetSek: count }));
      await workspace.settled();
    }
    await workspace.close();
    expect(device.updates.length).toBeLessThan(30);
    const { workspace: again } = await opened(device);
    expect(proposalIn(again).budgetSek).toBe(509);
  });
});

describe('named versions', () => {
  it('bring a proposal back, and that can be undone', async () => {
    const { workspace } = await opened();
    const place = { collection: 'proposals', recordId: 'p1' } as const;
    workspace.commitProposal(STEP, undefined, aProposal());
    const version = workspace.saveVersion(place, 'Före mötet')!;
    edit(workspace, (proposal) => addFeature(changeProposal(proposal, { name: 'B' }), aLight('l9', [0, 0])));
    expect(workspace.restoreVersion(version.id, { key: 'restore' })).toBe(true);
    expect(unstamped(proposalIn(workspace))).toEqual(aProposal());
    expect(workspace.next().undo?.name.key).toBe('restore');
    workspace.undo();
    expect(proposalIn(workspace)).toMatchObject({ name: 'B', added: { l9: {} } });
    expect(workspace.versions(place).map(({ name }) => name)).toEqual(['Före mötet']);
    expect(workspace.restoreVersion('unknown', STEP)).toBe(false);
  });
});
