import { afterEach, describe, expect, it } from 'vitest';
import type { Proposal } from '../../src/domain/proposal.ts';
import { addFeatures } from '../../src/proposal/edits/addFeatures.ts';
import { changeProperties } from '../../src/proposal/edits/changeProperties.ts';
import { changeProposal } from '../../src/proposal/edits/changeProposal.ts';
import { joinedSteps, partedStep } from '../../src/storage/stepParts.ts';
import type { Step } from '../../src/storage/steps.ts';
import type { Workspace } from '../../src/storage/workspace.ts';
import { aLight, aProposal } from '../proposal/aPlan.ts';
import { aWorkspace, Device } from './aWorkspace.ts';

/** Another tab hears of the change through the browser, which takes its time on a busy machine. */
const PATIENT = { timeout: 20_000 };
const COUNT = 3_000;
const LIGHTS = Array.from({ length: COUNT }, (_, i) => aLight(`many-${i}`, [16 + i / 1e5, 59]));
const STEP = { key: 'import' };
const SCOPE = { collection: 'proposals', recordId: 'p1' } as const;
const open: Workspace[] = [];

afterEach(async () => {
  for (const workspace of open.splice(0)) await workspace.close();
});

async function opened(device = new Device(), id?: string) {
  const result = await aWorkspace(device, id);
  open.push(result.workspace);
  return { ...result, device };
}

async function started() {
  const result = await opened();
  result.workspace.commitProposal({ key: 'new' }, undefined, aProposal());
  await result.workspace.settled();
  return result;
}

const proposalIn = (workspace: Workspace): Proposal => {
  const reading = workspace.readProposal('p1');
  if (reading?.kind !== 'proposal') throw new Error(`no proposal: ${JSON.stringify(reading)}`);
  return reading.proposal;
};
const lightsIn = (workspace: Workspace): number =>
  Object.keys(proposalIn(workspace).added).filter((id) => id.startsWith('many-')).length;
const addMany = (workspace: Workspace, pace = {}): Promise<boolean> => {
  const before = proposalIn(workspace);
  return workspace.commitLarge(STEP, { before, after: addFeatures(before, LIGHTS) }, pace);
};

describe('a large change', () => {
  it('is one step, kept at once, and undone and redone as one', async () => {
    const { workspace, device } = await started();
    const appends = device.appends;
    const told: number[] = [];
    expect(await addMany(workspace, { onProgress: (share: number) => told.push(share) })).toBe(true);
    expect(device.appends).toBe(appends + 1);
    expect(told.length).toBeGreaterThan(3);
    expect(told.at(-1)).toBe(1);
    expect(lightsIn(workspace)).toBe(COUNT);
    expect(workspace.next(SCOPE).undo?.name).toEqual(STEP);

    await workspace.goLarge('undo', SCOPE, {});
    expect(lightsIn(workspace)).toBe(0);
    await workspace.close();
    const { workspace: again } = await opened(device);
    expect(lightsIn(again)).toBe(0);
    await again.goLarge('redo', SCOPE, {});
    const shown = proposalIn(again);
    await again.close();
    const { workspace: third } = await opened(device);
    expect(proposalIn(third).added).toEqual(shown.added);
    expect(lightsIn(third)).toBe(COUNT);
  });

  it('leaves nothing on the device until all of it is there', async () => {
    const { workspace, device } = await started();
    const [updates, steps] = [device.updates.length, device.steps.length];
    let seen = 0;
    await addMany(workspace, {
      onProgress() {
        seen++;
        expect([device.updates.length, device.steps.length]).toEqual([updates, steps]);
        expect(lightsIn(workspace)).toBe(0);
      },
    });
    expect(seen).toBeGreaterThan(3);
  });

  it('is as if it had never been when it is cancelled half-way, and later work is kept', async () => {
    const { workspace, device } = await started();
    const stop = new AbortController();
    const onProgress = (share: number): void => {
      if (share > 0.5) stop.abort();
    };
    expect(await addMany(workspace, { signal: stop.signal, onProgress })).toBe(false);
    expect(lightsIn(workspace)).toBe(0);
    expect(workspace.next(SCOPE).undo?.name.key).toBe('new');
    const bytes = device.updates.reduce((sum, { length }) => sum + length, 0);
    // the names of the cells stay behind, their contents do not
    expect(bytes).toBeLessThan(COUNT * 40);
    const before = proposalIn(workspace);
    workspace.commitProposal({ key: 'rename' }, before, changeProposal(before, { name: 'Efteråt' }));
    await workspace.close();
    const { workspace: again } = await opened(device);
    expect(proposalIn(again).name).toBe('Efteråt');
    expect(lightsIn(again)).toBe(0);
  });

  it('reaches another tab whole, and takes in what that tab does meanwhile', async () => {
    const { workspace, device } = await started();
    const { workspace: other } = await opened(new Device(), workspace.id);
    await expect.poll(() => other.readProposal('p1')?.kind, PATIENT).toBe('proposal');
    let isRenamed = false;
    await addMany(workspace, {
      onProgress() {
        expect(lightsIn(other)).toBe(0);
        if (isRenamed) return;
        isRenamed = true;
        const before = proposalIn(other);
        other.commitProposal({ key: 'rename' }, before, changeProposal(before, { name: 'I den andra' }));
      },
    });
    await expect.poll(() => lightsIn(other), PATIENT).toBe(COUNT);
    await expect.poll(() => proposalIn(workspace).name, PATIENT).toBe('I den andra');
    expect(lightsIn(workspace)).toBe(COUNT);
    await workspace.close();
    const { workspace: again } = await opened(device);
    expect([lightsIn(again), proposalIn(again).name]).toEqual([COUNT, 'I den andra']);
  });

  it('leaves what somebody has changed since when it is undone', async () => {
    const { workspace } = await started();
    await addMany(workspace);
    const { workspace: other } = await opened(new Device(), workspace.id);
    await expect
      .poll(() => other.readProposal('p1')?.kind === 'proposal' && lightsIn(other), PATIENT)
      .toBe(COUNT);
    const before = proposalIn(other);
    const patch = { heightMetres: 7 };
    other.commitProposal(STEP, before, changeProperties(before, { ids: ['many-0'], patch }));
    await expect.poll(() => proposalIn(workspace).changed['many-0'], PATIENT).toEqual(patch);
    await workspace.goLarge('undo', SCOPE, {});
    expect(proposalIn(workspace).changed['many-0']).toEqual(patch);
  });
});

describe('a step in parts', () => {
  const difference = Object.fromEntries(
    LIGHTS.map((light) => [`added/${light.properties.id}`, { after: 1 }]),
  );
  const step: Step = { ...SCOPE, id: '2026-01-01T00:00:00.000Z#1#a', name: STEP, difference, state: 'done' };

  it('is the same step again', () => {
    const { head, parts } = partedStep(step);
    expect(Object.keys(head.difference)).toEqual([]);
    expect(joinedSteps([head, ...parts()])).toEqual([step]);
  });

  it('is left out when a part of it is lost', () => {
    const { head, parts } = partedStep(step);
    expect(joinedSteps([head, ...[...parts()].slice(1)])).toEqual([]);
  });

  it('stays whole when it is small', () => {
    const small = { ...step, difference: { name: { after: 'x' } } };
    expect(joinedSteps([partedStep(small).head, ...partedStep(small).parts()])).toEqual([small]);
  });
});
