import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { aWorkspace, Device } from './aWorkspace.ts';

/** Melts as the device's database does: what was deleted is not carried over. */
class MeltingDevice extends Device {
  override async compact() {
    const doc = new Y.Doc();
    for (const update of this.updates) Y.applyUpdate(doc, update);
    this.updates = [Y.encodeStateAsUpdate(doc)];
  }
  holds(text: string): boolean {
    const bytes = this.updates.map((update) => new TextDecoder().decode(update)).join();
    return bytes.includes(text) || JSON.stringify(this.steps).includes(text);
  }
}

const record = (id: string, note: string) => ({ id, columns: { note: [note] } });
const commit = (id: string, before: string | null, after: string | null) => ({
  name: { key: 'test' },
  collection: 'datasets' as const,
  recordId: id,
  before: before === null ? undefined : record(id, before),
  after: after === null ? undefined : record(id, after),
});

it('leaves nothing of what was removed, neither step nor trace, and everything of what stays', async () => {
  const device = new MeltingDevice();
  const { workspace } = await aWorkspace(device);
  workspace.commit(commit('gone', null, 'hemlig anteckning'));
  workspace.commit(commit('kept', null, 'öppen anteckning'));
  workspace.commit(commit('gone', 'hemlig anteckning', null));
  await workspace.settled();
  expect(device.holds('hemlig')).toBe(true);
  expect(workspace.next({ collection: 'datasets', recordId: 'gone' }).undo).toBeDefined();

  await workspace.forgetRemoved('datasets');
  expect(device.holds('hemlig')).toBe(false);
  expect(workspace.next({ collection: 'datasets', recordId: 'gone' }).undo).toBeUndefined();
  expect(workspace.toFile()).not.toContain('hemlig');
  expect(workspace.read('datasets', 'kept')).toEqual(record('kept', 'öppen anteckning'));
  expect(workspace.next({ collection: 'datasets', recordId: 'kept' }).undo).toBeDefined();

  const again = await aWorkspace(device);
  expect(again.workspace.ids('datasets')).toEqual(['kept']);
});
