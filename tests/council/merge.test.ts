import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type CouncilPlace, placeEntries } from '../../src/domain/hotspot.ts';
import { agendaOf, meetingEntries } from '../../src/domain/meeting.ts';
import { chooseAuthor } from '../../src/state/author.ts';
import {
  addMeeting,
  addPlace,
  type CouncilPapers,
  councilPapersIn,
  nextCouncilSteps,
  openThread,
  say,
  undoCouncil,
} from '../../src/state/councilPapers.ts';
import { usePapers } from '../../src/state/papers.ts';
import type { Workspace } from '../../src/storage/workspace.ts';
import { aWorkspace } from '../storage/aWorkspace.ts';

const OUTLINE = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [16, 59],
      [16.01, 59],
      [16.01, 59.01],
      [16, 59],
    ],
  ],
};
const opened: Workspace[] = [];
afterEach(async () => {
  usePapers.setState({ workspace: null });
  for (const workspace of opened.splice(0)) await workspace.close();
});

async function aDesk(): Promise<Workspace> {
  const { workspace } = await aWorkspace();
  opened.push(workspace);
  return workspace;
}

/** Who sits at the desk, and on whose device. */
function sit(workspace: Workspace, name: string): void {
  usePapers.setState({ workspace });
  chooseAuthor(name);
}

/** One thing that a council does; `which` picks the paper it is done to. */
interface Deed {
  readonly kind:
    | 'place'
    | 'problem'
    | 'rename'
    | 'withdraw'
    | 'thread'
    | 'post'
    | 'resolve'
    | 'decide'
    | 'agenda'
    | 'decision';
  readonly which: number;
  readonly text: string;
}
const deed = fc.record<Deed>({
  kind: fc.constantFrom<Deed['kind']>(
    'place',
    'problem',
    'rename',
    'withdraw',
    'thread',
    'post',
    'resolve',
    'decide',
    'agenda',
    'decision',
  ),
  which: fc.nat(9),
  text: fc.stringMatching(/^[a-zåäö]{1,8}$/),
});

const pick = <T>(items: readonly T[], which: number): T | undefined =>
  items[which % Math.max(1, items.length)];

function act(workspace: Workspace, { kind, which, text }: Deed): void {
  const { places, threads, meetings } = councilPapersIn(workspace);
  const place = pick(places, which);
  const thread = pick(threads, which);
  const meeting = pick(meetings, which);
  if (kind === 'place')
    addPlace({ kind: 'drawn' }, [
      { kind: 'name', text },
      { kind: 'outline', outline: OUTLINE },
    ]);
  else if (place && kind === 'problem')
    say('places', { id: place.id, said: [{ kind: 'problem', text }], step: 'addEntry' });
  else if (place && kind === 'rename')
    say('places', {
      id: place.id,
      said: [{ kind: 'name', text, replaces: placeEntries(place, 'name').map(({ id }) => id) }],
      step: 'renamePlace',
    });
  else if (place && kind === 'withdraw') {
    const problem = placeEntries(place, 'problem')[0];
    if (problem)
      say('places', {
        id: place.id,
        said: [{ kind: 'withdraw', replaces: [problem.id] }],
        step: 'withdrawEntry',
      });
  } else if (place && kind === 'thread') openThread({ kind: 'place', placeId: place.id }, text, text);
  else if (thread && kind === 'post')
    say('threads', { id: thread.id, said: [{ kind: 'post', text }], step: 'post' });
  else if (thread && kind === 'resolve')
    say('threads', { id: thread.id, said: [{ kind: 'resolve' }], step: 'resolve' });
  else if (thread && kind === 'decide')
    say('threads', {
      id: thread.id,
      said: [{ kind: 'decide', decision: text, date: '2026-11-22', motive: text }],
      step: 'decide',
    });
  else if (meeting && place && kind === 'agenda')
    say('meetings', {
      id: meeting.id,
      said: [{ kind: 'item', placeId: place.id, order: which }],
      step: 'agenda',
    });
  else if (meeting && place && kind === 'decision')
    say('meetings', {
      id: meeting.id,
      said: [{ kind: 'decision', placeId: place.id, decision: text }],
      step: 'meetingDecision',
    });
}

const entriesIn = ({ places, threads, meetings }: CouncilPapers): string[] =>
  [...places, ...threads, ...meetings].flatMap(({ id, entries }) =>
    Object.keys(entries).map((entry) => `${id}/${entry}`),
  );

/** Two copies of a desk that went separate ways. */
async function diverged(ours: readonly Deed[], theirs: readonly Deed[]): Promise<[Workspace, Workspace]> {
  const [here, there] = [await aDesk(), await aDesk()];
  sit(here, 'Kim');
  addPlace({ kind: 'drawn' }, [
    { kind: 'name', text: 'Tunneln' },
    { kind: 'outline', outline: OUTLINE },
  ]);
  addMeeting([{ kind: 'title', text: 'November' }]);
  there.mergeFile(here.toFile(), () => '');
  for (const each of ours) act(here, each);
  sit(there, 'Åsa');
  for (const each of theirs) act(there, each);
  return [here, there];
}

describe('two copies of the council’s papers', () => {
  it('become the same in either order, with every entry of both', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { maxLength: 8 }),
        fc.array(deed, { maxLength: 8 }),
        async (ours, theirs) => {
          const [here, there] = await diverged(ours, theirs);
          const before = [...entriesIn(councilPapersIn(here)), ...entriesIn(councilPapersIn(there))];
          const [fileHere, fileThere] = [here.toFile(), there.toFile()];
          const [one, other] = [await aDesk(), await aDesk()];
          for (const text of [fileHere, fileThere]) one.mergeFile(text, () => 'x');
          for (const text of [fileThere, fileHere]) other.mergeFile(text, () => 'x');
          here.mergeFile(fileThere, () => 'x');
          there.mergeFile(fileHere, () => 'x');
          const merged = councilPapersIn(here);
          for (const each of [there, one, other]) expect(councilPapersIn(each)).toEqual(merged);
          expect(new Set(entriesIn(merged))).toEqual(new Set(before));
          expect(merged.unreadable).toEqual([]);
          await Promise.all(opened.splice(0).map((workspace) => workspace.close()));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keep both names when both renamed, and both decisions when both decided', async () => {
    const both = (text: string): Deed[] => [
      { kind: 'rename', which: 0, text },
      { kind: 'decision', which: 0, text },
    ];
    const [here, there] = await diverged(both('söder'), both('norr'));
    here.mergeFile(there.toFile(), () => 'x');
    const { places, meetings } = councilPapersIn(here);
    const names = placeEntries(places[0] as CouncilPlace, 'name').map(({ text }) => text);
    expect(new Set(names)).toEqual(new Set(['söder', 'norr']));
    expect(
      meetings
        .flatMap((each) => meetingEntries(each, 'decision'))
        .map(({ decision }) => decision)
        .sort(),
    ).toEqual(['norr', 'söder']);
  });

  it('have each place once on the agenda, although both put it there', async () => {
    const put: Deed[] = [{ kind: 'agenda', which: 0, text: 'x' }];
    const [here, there] = await diverged(put, put);
    here.mergeFile(there.toFile(), () => 'x');
    const [meeting] = councilPapersIn(here).meetings;
    expect(meeting && meetingEntries(meeting, 'item').length).toBe(2);
    expect(meeting && agendaOf(meeting).length).toBe(1);
  });

  it('say who wrote, and undo only this device’s own steps', async () => {
    const [here, there] = await diverged([], [{ kind: 'problem', which: 0, text: 'mörkt' }]);
    sit(here, 'Kim');
    here.mergeFile(there.toFile(), () => 'x');
    const problem = () => placeEntries(councilPapersIn(here).places[0] as CouncilPlace, 'problem')[0];
    expect(problem()).toMatchObject({ author: 'Åsa', text: 'mörkt' });
    act(here, { kind: 'rename', which: 0, text: 'bron' });
    expect(nextCouncilSteps().undo).toBe('renamePlace');
    undoCouncil();
    expect(
      placeEntries(councilPapersIn(here).places[0] as CouncilPlace, 'name').map(({ text }) => text),
    ).toEqual(['Tunneln']);
    expect(problem()).toMatchObject({ author: 'Åsa' });
  });

  it('list what cannot be read, and keep it', async () => {
    const here = await aDesk();
    sit(here, 'Kim');
    here.commit({
      collection: 'places',
      recordId: 'odd',
      name: { key: 'x' },
      before: undefined,
      after: { id: 'odd', colour: 'blue' },
    });
    addPlace({ kind: 'drawn' }, [{ kind: 'name', text: 'Tunneln' }]);
    const papers = councilPapersIn(here);
    expect(papers.places.length).toBe(1);
    expect(papers.unreadable).toMatchObject([{ collection: 'places', id: 'odd' }]);
    expect(here.toFile()).toContain('"colour": "blue"');
  });
});
