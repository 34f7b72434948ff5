import * as v from 'valibot';
import { type Thread, type ThreadEntry, ThreadSchema } from '../domain/discussion.ts';
import type { Said, Stamp } from '../domain/entry.ts';
import { type CouncilPlace, CouncilPlaceSchema, type PlaceEntry } from '../domain/hotspot.ts';
import { type Meeting, type MeetingEntry, MeetingSchema } from '../domain/meeting.ts';
import type { Step } from '../storage/steps.ts';
import type { Workspace } from '../storage/workspace.ts';
import { useAuthor } from './author.ts';
import { newId, nowStamp, usePapers } from './papers.ts';

/** The collections that the council writes in. */
export const COUNCIL_COLLECTIONS = ['places', 'threads', 'meetings'] as const;
export type CouncilCollection = (typeof COUNCIL_COLLECTIONS)[number];

interface PaperOf {
  readonly places: CouncilPlace;
  readonly threads: Thread;
  readonly meetings: Meeting;
}
interface EntryOf {
  readonly places: PlaceEntry;
  readonly threads: ThreadEntry;
  readonly meetings: MeetingEntry;
}

const SCHEMAS: { readonly [Each in CouncilCollection]: v.GenericSchema<unknown, PaperOf[Each]> } = {
  places: CouncilPlaceSchema as v.GenericSchema<unknown, CouncilPlace>,
  threads: ThreadSchema as v.GenericSchema<unknown, Thread>,
  meetings: MeetingSchema as v.GenericSchema<unknown, Meeting>,
};

/** A paper that this version cannot read. It stays in the workspace as it is. */
export interface UnreadablePaper {
  readonly collection: CouncilCollection;
  readonly id: string;
  readonly why: string;
}

/** The council's papers, each list in the order of making. */
export interface CouncilPapers {
  readonly places: readonly CouncilPlace[];
  readonly threads: readonly Thread[];
  readonly meetings: readonly Meeting[];
  readonly unreadable: readonly UnreadablePaper[];
}

/** What a gesture is called: each is a text of the interface, `meeting.step.…`. */
export const COUNCIL_STEPS = [
  'addPlace',
  'movePlace',
  'renamePlace',
  'addEntry',
  'changeEntry',
  'withdrawEntry',
  'link',
  'unlink',
  'closePlace',
  'openThread',
  'post',
  'resolve',
  'reopen',
  'decide',
  'addMeeting',
  'changeMeeting',
  'agenda',
  'meetingDecision',
] as const;
export type CouncilStep = (typeof COUNCIL_STEPS)[number];
const STEP_PREFIX = 'council.';

const parsed = new WeakMap<object, { readonly paper?: unknown; readonly why?: string }>();

/** Each record is parsed once for as long as it does not change: the workspace hands out the same object. */
function readPaper<Each extends CouncilCollection>(
  workspace: Workspace,
  collection: Each,
  id: string,
): PaperOf[Each] | UnreadablePaper | undefined {
  const raw = workspace.read(collection, id);
  if (typeof raw !== 'object' || raw === null) return undefined;
  let reading = parsed.get(raw);
  if (!reading) {
    const result = v.safeParse(SCHEMAS[collection], raw);
    const [issue] = result.issues ?? [];
    reading = result.success
      ? { paper: result.output }
      : { why: `${issue ? (v.getDotPath(issue) ?? '') : ''}: ${issue?.message ?? ''}` };
    parsed.set(raw, reading);
  }
  return reading.why === undefined ? (reading.paper as PaperOf[Each]) : { collection, id, why: reading.why };
}

const isUnreadable = (paper: object): paper is UnreadablePaper => 'why' in paper;

/** All the council's papers of a workspace. Linear in the records that changed since the last reading. */
export function councilPapersIn(workspace: Workspace): CouncilPapers {
  const unreadable: UnreadablePaper[] = [];
  const all = <Each extends CouncilCollection>(collection: Each): PaperOf[Each][] =>
    workspace.ids(collection).flatMap((id) => {
      const paper = readPaper(workspace, collection, id);
      if (paper === undefined) return [];
      if (!isUnreadable(paper)) return [paper];
      unreadable.push(paper);
      return [];
    });
  const byAge = (a: { id: string; createdAt: string }, b: { id: string; createdAt: string }): number =>
    a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1;
  return {
    places: all('places').sort(byAge),
    threads: all('threads').sort((a, b) =>
      byAge({ ...a, createdAt: a.openedAt }, { ...b, createdAt: b.openedAt }),
    ),
    meetings: all('meetings').sort(byAge),
    unreadable,
  };
}

const NONE: CouncilPapers = { places: [], threads: [], meetings: [], unreadable: [] };
let last: { readonly key: string; readonly workspace: Workspace; readonly papers: CouncilPapers } | null =
  null;

/** The council's papers as they stand; the same papers are the same object. */
export function useCouncilPapers(): CouncilPapers {
  return usePapers(({ workspace, changes }) => {
    if (!workspace) return NONE;
    const key = COUNCIL_COLLECTIONS.map((collection) => changes[collection]).join();
    if (last?.key !== key || last.workspace !== workspace)
      last = { key, workspace, papers: councilPapersIn(workspace) };
    return last.papers;
  });
}

function openWorkspace(): Workspace {
  const { workspace } = usePapers.getState();
  if (!workspace) throw new Error('the workspace is not open yet');
  return workspace;
}

/** Who writes, and when; a new one for every entry. */
export function newStamp(): Stamp {
  return { id: newId(), at: nowStamp(), author: useAuthor.getState().name || '–' };
}

/** What has been said, as entries with the writer's name and this moment. */
function stamped(said: readonly object[]): Record<string, Stamp> {
  const entries = said.map((each) => ({ ...newStamp(), ...each }));
  return Object.fromEntries(entries.map((entry) => [entry.id, entry]));
}

/** A new place with what is known of it. Returns its id. */
export function addPlace(origin: CouncilPlace['origin'], said: readonly Said<PlaceEntry>[]): string {
  const { id, at, author } = newStamp();
  const entries = stamped(said) as CouncilPlace['entries'];
  addPaper('places', { id, createdAt: at, createdBy: author, origin, entries }, 'addPlace');
  return id;
}

/** A new thread with its first words. Returns its id. */
export function openThread(pin: Thread['pin'], title: string, text: string): string {
  const { id, at, author } = newStamp();
  const entries = stamped([{ kind: 'post', text }]) as Thread['entries'];
  addPaper('threads', { id, pin, title, openedAt: at, openedBy: author, entries }, 'openThread');
  return id;
}

/** A new meeting. Returns its id. */
export function addMeeting(said: readonly Said<MeetingEntry>[]): string {
  const { id, at, author } = newStamp();
  const entries = stamped(said) as Meeting['entries'];
  addPaper('meetings', { id, createdAt: at, createdBy: author, entries }, 'addMeeting');
  return id;
}

/** Puts a new paper into the workspace, as one step. */
function addPaper<Each extends CouncilCollection>(
  collection: Each,
  paper: PaperOf[Each],
  step: CouncilStep,
): void {
  const name = { key: STEP_PREFIX + step };
  openWorkspace().commit({ collection, recordId: paper.id, name, before: undefined, after: asJson(paper) });
}

/** A value as JSON has it: without keys that are undefined. */
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));

interface Saying<Each extends CouncilCollection> {
  readonly id: string;
  readonly said: readonly Said<EntryOf[Each]>[];
  readonly step: CouncilStep;
  /** Half-typed drafts of the same hand, which the new words replace while typing. Nothing else ever goes away. */
  readonly dropDrafts?: readonly string[];
}

/** Adds what was said to a paper, as one step. Returns the new entries' ids, none when the paper is gone. */
export function say<Each extends CouncilCollection>(
  collection: Each,
  { id, said, step, dropDrafts = [] }: Saying<Each>,
): string[] {
  const workspace = openWorkspace();
  const before = workspace.read(collection, id);
  if (typeof before !== 'object' || before === null || Array.isArray(before)) return [];
  const { entries: held = {} } = before as { entries?: Record<string, unknown> };
  const kept = Object.fromEntries(Object.entries(held).filter(([each]) => !dropDrafts.includes(each)));
  const added = stamped(said);
  const after = asJson({ ...before, entries: { ...kept, ...added } });
  workspace.commit({ collection, recordId: id, name: { key: STEP_PREFIX + step }, before, after });
  return Object.keys(added);
}

const stepOf = (step: Step | undefined): CouncilStep | undefined =>
  COUNCIL_STEPS.find((each) => STEP_PREFIX + each === step?.name.key);

/** What undo and redo would go over next in the council's papers. */
export interface NextSteps {
  readonly undo: CouncilStep | undefined;
  readonly redo: CouncilStep | undefined;
}

function nextOf(workspace: Workspace): { undo: Step | undefined; redo: Step | undefined } {
  const steps = COUNCIL_COLLECTIONS.map((collection) => workspace.next({ collection }));
  const done = steps.flatMap(({ undo }) => undo ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
  const undone = steps.flatMap(({ redo }) => redo ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { undo: done.at(-1), redo: undone.at(0) };
}

/** The names of the steps that undo and redo would take. */
export function nextCouncilSteps(): NextSteps {
  const { workspace } = usePapers.getState();
  const next = workspace ? nextOf(workspace) : { undo: undefined, redo: undefined };
  return { undo: stepOf(next.undo), redo: stepOf(next.redo) };
}

/** Takes back this device's last step in the council's papers; what others have written since stays. */
export function undoCouncil(): void {
  const workspace = openWorkspace();
  const { undo } = nextOf(workspace);
  if (undo) workspace.undo({ collection: undo.collection, recordId: undo.recordId });
}

/** Does the step again that was taken back last. */
export function redoCouncil(): void {
  const workspace = openWorkspace();
  const { redo } = nextOf(workspace);
  if (redo) workspace.redo({ collection: redo.collection, recordId: redo.recordId });
}
