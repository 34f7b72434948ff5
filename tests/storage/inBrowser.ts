/** What the storage journey calls in a real browser, bundled on the fly and put on the window. */
import type { Proposal } from '../../src/domain/proposal.ts';
import { addFeature } from '../../src/proposal/edits/addFeatures.ts';
import { changeProposal } from '../../src/proposal/edits/changeProposal.ts';
import { newProposal } from '../../src/proposal/newProposal.ts';
import { openIndexedDb } from '../../src/storage/indexedDb.ts';
import type { StorageStatus } from '../../src/storage/saver.ts';
import { openWorkspace } from '../../src/storage/workspace.ts';

const NAMED = { sv: 'L', en: 'L', fi: 'L' };

async function start(id: string) {
  const statuses: StorageStatus[] = [];
  const workspace = await openWorkspace({
    id,
    openDoor: (onLost) => openIndexedDb(`workspace-${id}`, onLost),
    onStatus: (status) => statuses.push(status),
    now: () => new Date().toISOString(),
    newId: () => crypto.randomUUID(),
  });
  const proposal = (): Proposal => {
    const reading = workspace.readProposal('p1');
    if (reading?.kind !== 'proposal') throw new Error(`no proposal: ${JSON.stringify(reading)}`);
    return reading.proposal;
  };
  const commit = (key: string, change: (before: Proposal) => Proposal) => {
    const before = proposal();
    workspace.commitProposal({ key }, before, change(before));
  };
  return {
    create: () =>
      workspace.commitProposal(
        { key: 'new-proposal' },
        undefined,
        newProposal({
          id: 'p1',
          name: 'Alternativ A',
          basedOn: { manifestSha256: 'a', date: '2026-11-01' },
          budgetSek: 1,
          at: new Date().toISOString(),
        }),
      ),
    /** A record as a damaged or newer application could have left it. */
    writeRaw: (recordId: string, after: { readonly [key: string]: string | number }) =>
      workspace.commit({
        collection: 'proposals',
        recordId,
        name: { key: 'new-proposal' },
        before: undefined,
        after,
      }),
    rename: (name: string) => commit('rename', (before) => changeProposal(before, { name })),
    draw: (lightId: string) =>
      commit('place-light', (before) =>
        addFeature(before, {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [16.5, 59.6] },
          properties: {
            kind: 'light',
            id: lightId,
            name: NAMED,
            measureIds: [],
            namndId: 'n',
            status: 'foreslagen',
          },
        }),
      ),
    name: () => workspace.readProposal('p1') && proposal().name,
    lights: () => (workspace.readProposal('p1') ? Object.keys(proposal().added).sort() : []),
    undo: () => workspace.undo()?.step.name.key,
    status: () => workspace.status(),
    statuses: () => statuses,
    file: () => workspace.toFile(),
    retry: () => workspace.retryStorage(),
    settled: () => workspace.settled(),
  };
}

export type StorageDriver = Awaited<ReturnType<typeof start>>;
declare global {
  interface Window {
    startStorage: typeof start;
    storage: StorageDriver;
  }
}
window.startStorage = start;
