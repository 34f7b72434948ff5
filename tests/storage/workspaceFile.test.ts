import { afterEach, describe, expect, it } from 'vitest';
import { WORKSPACE_FORMAT } from '../../src/domain/workspace.ts';
import { addFeature } from '../../src/proposal/edits/addFeatures.ts';
import { changeProposal } from '../../src/proposal/edits/changeProposal.ts';
import { MIGRATIONS, migrated, UnreadableFile } from '../../src/storage/migrations.ts';
import type { Workspace } from '../../src/storage/workspace.ts';
import { aLight, aProposal } from '../proposal/aPlan.ts';
import { aWorkspace } from './aWorkspace.ts';

const STEP = { key: 'edit' };
const open: Workspace[] = [];
const aSpace = async () => {
  const { workspace } = await aWorkspace();
  open.push(workspace);
  return workspace;
};
afterEach(async () => {
  for (const workspace of open.splice(0)) await workspace.close();
});
const proposalIn = (workspace: Workspace) => {
  const reading = workspace.readProposal('p1');
  if (reading?.kind !== 'proposal') throw new Error('no proposal');
  return reading.proposal;
};
const rename = (workspace: Workspace, name: string) =>
  workspace.commitProposal(STEP, proposalIn(workspace), changeProposal(proposalIn(workspace), { name }));
const draw = (workspace: Workspace, id: string) =>
  workspace.commitProposal(
    STEP,
    proposalIn(workspace),
    addFeature(proposalIn(workspace), aLight(id, [1, 1])),
  );
const whose = (side: string) => `från ${side}`;
const started = async () => {
  const workspace = await aSpace();
  workspace.commitProposal(STEP, undefined, aProposal());
  return workspace;
};
const withoutHistory = (text: string) => JSON.stringify({ ...JSON.parse(text), history: null });

/** As version 1 of the application wrote it. Never to be changed. */
const VERSION_1 = `{
 "format": "trygghetskarta-workspace",
 "version": 1,
 "id": "arbetsyta",
 "savedAt": "2026-11-20T08:00:00.000Z",
 "records": {
  "proposals": {
   "p1": {
    "id": "p1", "name": "Gammalt förslag",
    "basedOn": { "manifestSha256": "aa", "date": "2026-11-01" },
    "budgetSek": 2000000, "status": "utkast", "createdAt": "2026-11-20T07:00:00.000Z",
    "prices": { "vat": "excluded", "vatPercent": 25, "energySekPerKwh": 1.5, "energyBasis": "antagande", "items": {} },
    "added": {}, "changed": { "l1": { "heightMetres": 6 } }, "removed": {}
   }
  },
  "places": { "park": { "id": "park", "problem": "mörkt" } }
 }
}`;

describe('a workspace file', () => {
  it('written and read back is the same, and readable', async () => {
    const ours = await started();
    draw(ours, 'l9');
    ours.saveVersion({ collection: 'proposals', recordId: 'p1' }, 'V1');
    const text = ours.toFile();
    expect(text).toContain('"name": "Alternativ A"');
    const other = await aSpace();
    const report = other.mergeFile(text, whose);
    expect(report.addedRecords.map(({ recordId }) => recordId)).toContain('p1');
    expect(JSON.parse(other.toFile()).records).toEqual(JSON.parse(text).records);
  });
  it('of version 1 is still read', async () => {
    const workspace = await aSpace();
    workspace.mergeFile(VERSION_1, whose);
    expect(proposalIn(workspace)).toMatchObject({
      name: 'Gammalt förslag',
      changed: { l1: { heightMetres: 6 } },
    });
    expect(workspace.read('places', 'park')).toEqual({ id: 'park', problem: 'mörkt' });
  });
  it('changed by hand counts as changed', async () => {
    const ours = await started();
    const other = await aSpace();
    other.mergeFile(ours.toFile().replace('"Alternativ A"', '"Ändrat för hand"'), whose);
    expect(proposalIn(other).name).toBe('Ändrat för hand');
    expect(ours.mergeFile(other.toFile(), whose).conflicts).toEqual([]);
    expect(proposalIn(ours).name).toBe('Ändrat för hand');
  });
});

describe('merging diverged files', () => {
  const diverged = async () => {
    const ours = await started();
    const theirs = await aSpace();
    theirs.mergeFile(ours.toFile(), whose);
    draw(ours, 'a-1');
    draw(theirs, 'b-1');
    return { ours, theirs };
  };
  it('keeps what both have drawn, with and without history', async () => {
    for (const prepared of [(text: string) => text, withoutHistory]) {
      const { ours, theirs } = await diverged();
      const report = ours.mergeFile(prepared(theirs.toFile()), whose);
      expect(Object.keys(proposalIn(ours).added).sort()).toEqual(['a-1', 'b-1']);
      expect(report).toEqual({ addedRecords: [], conflicts: [], rescued: [] });
    }
  });
  it('keeps both states when both changed the same thing', async () => {
    const { ours, theirs } = await diverged();
    rename(ours, 'Vårt namn');
    rename(theirs, 'Deras namn');
    const report = ours.mergeFile(theirs.toFile(), whose);
    expect(report.conflicts).toMatchObject([{ path: 'name', ours: 'Vårt namn', theirs: 'Deras namn' }]);
    const versions = ours.versions({ collection: 'proposals', recordId: 'p1' });
    expect(versions.map(({ content }) => JSON.parse(content).name).sort()).toEqual([
      'Deras namn',
      'Vårt namn',
    ]);
    expect(versions.map(({ name }) => name).sort()).toEqual(['från ours', 'från theirs']);
  });
  it('keeps ours and rescues theirs when there is no history to tell', async () => {
    const { ours, theirs } = await diverged();
    rename(theirs, 'Deras namn');
    const report = ours.mergeFile(withoutHistory(theirs.toFile()), whose);
    expect(proposalIn(ours).name).toBe('Alternativ A');
    expect(report.rescued).toMatchObject([{ whose: 'theirs', content: { name: 'Deras namn' } }]);
    expect(ours.versions({ collection: 'proposals', recordId: 'p1' })).toHaveLength(1);
  });
  it('sees no conflict where one side has seen the other', async () => {
    const { ours, theirs } = await diverged();
    rename(ours, 'Ett');
    theirs.mergeFile(ours.toFile(), whose);
    rename(theirs, 'Två');
    expect(ours.mergeFile(theirs.toFile(), whose).conflicts).toEqual([]);
    expect(proposalIn(ours).name).toBe('Två');
    expect(theirs.mergeFile(ours.toFile(), whose).conflicts).toEqual([]);
  });
  it('merges other collections too', async () => {
    const { ours, theirs } = await diverged();
    const place = { collection: 'threads', recordId: 't1', name: STEP } as const;
    ours.commit({ ...place, before: undefined, after: { id: 't1', posts: { a: 'ljus' } } });
    theirs.commit({ ...place, before: undefined, after: { id: 't1', posts: { b: 'buskar' } } });
    ours.mergeFile(theirs.toFile(), whose);
    expect(ours.read('threads', 't1')).toEqual({ id: 't1', posts: { a: 'ljus', b: 'buskar' } });
  });
});

describe('a file that cannot be read', () => {
  const refused = async (text: string) => {
    const workspace = await started();
    const before = JSON.parse(workspace.toFile()).records;
    try {
      workspace.mergeFile(text, whose);
    } catch (error) {
      expect(JSON.parse(workspace.toFile()).records).toEqual(before);
      return error instanceof UnreadableFile ? error.why : `not an UnreadableFile: ${error}`;
    }
    return 'was read';
  };
  it('changes nothing and says why', async () => {
    const file = JSON.parse(VERSION_1);
    expect(await refused('{"format": ')).toBe('not-json');
    expect(await refused('[1, 2]')).toBe('not-a-workspace');
    expect(await refused('{"type": "FeatureCollection"}')).toBe('not-a-workspace');
    expect(await refused(JSON.stringify({ ...file, version: 99 }))).toBe('newer-version');
    expect(await refused(JSON.stringify({ ...file, records: { proposals: [] } }))).toBe('malformed');
    expect(await refused(JSON.stringify({ ...file, records: { places: { x: { id: 'y' } } } }))).toBe(
      'malformed',
    );
    const whole = JSON.parse((await started()).toFile());
    const half = whole.history.slice(0, Math.floor(whole.history.length / 8) * 4);
    expect(await refused(JSON.stringify({ ...whole, history: half }))).toBe('malformed');
    expect(await refused(JSON.stringify({ ...file, version: 2, history: '<script>' }))).toBe('malformed');
  });
});

describe('migrations', () => {
  it('from version 1: a file without editing history', () => {
    expect(migrated({ format: WORKSPACE_FORMAT, version: 1, id: 'w', records: {} })).toEqual({
      format: WORKSPACE_FORMAT,
      version: 2,
      id: 'w',
      records: {},
      history: null,
    });
  });
  it('each have a test above', () => expect(Object.keys(MIGRATIONS)).toEqual(['1']));
});
