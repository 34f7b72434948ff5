import { chainOf } from '../../domain/chain.ts';
import { decisionsOf, threadState } from '../../domain/discussion.ts';
import { type CouncilPlace, placeEntries } from '../../domain/hotspot.ts';
import {
  agendaOf,
  type Meeting,
  meetingDay,
  meetingDecisions,
  meetingEntries,
} from '../../domain/meeting.ts';
import type { Text } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import type { CouncilPapers } from '../../state/councilPapers.ts';
import { creditsOf } from '../../state/shown.ts';
import { meetingTitle } from '../meeting/words.ts';
import { originText } from '../places/origin.ts';
import { decisionsAbout } from '../places/PlaceDecisions.tsx';
import { linkKindText } from '../places/PlaceLinks.tsx';
import { type CouncilWords, nameOf } from '../places/words.ts';
import type { Block, Paper } from './blocks.ts';
import type { Pictures } from './PictureTaker.tsx';

/** Everything a paper is composed from. */
export interface PaperParts {
  readonly text: Text;
  readonly atlas: Atlas;
  readonly words: CouncilWords;
  readonly papers: CouncilPapers;
  readonly pictures: Pictures;
  /** Light and sight of each place as sentences, by the place's id. */
  readonly coverage: ReadonlyMap<string, readonly string[]>;
  /** ISO date. */
  readonly today: string;
  /** ISO timestamp of the making. */
  readonly madeAt: string;
}

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
const paragraph = (text: string): Block => ({ kind: 'text', text });
const listed = (title: string, items: readonly string[], importance?: 'spare'): Block[] =>
  items.length === 0 ? [] : [heading(3, title), { kind: 'list', items, isSpare: importance === 'spare' }];

function paperOf(title: string, blocks: readonly Block[], { text, atlas, madeAt, today }: PaperParts): Paper {
  const { t, local, format, language } = text;
  return {
    title,
    language,
    madeAt,
    foot: t('meeting.paper.foot', { city: local(atlas.city.name), date: format.date(today) }),
    pageWords: t('meeting.paper.page', { page: '#', count: '##' }),
    moreWords: t('meeting.paper.more', { count: '#' }),
    shortenedWords: t('meeting.paper.shortened'),
    sameWords: t('meeting.paper.same'),
    blocks,
  };
}

/** One place on one page. */
export const placePaper = (place: CouncilPlace, parts: PaperParts): Paper => ({
  ...paperOf(nameOf(place, parts.text), placeBlocks(place, 1, parts), parts),
  fitsPages: true,
});

/** One page for each of the places. */
export function placesPaper(title: string, places: readonly CouncilPlace[], parts: PaperParts): Paper {
  const blocks = places.flatMap((place, i): Block[] => [
    ...(i === 0 ? [] : [{ kind: 'page' } as const]),
    ...placeBlocks(place, 1, parts),
  ]);
  return { ...paperOf(title, blocks, parts), fitsPages: true };
}

function placeBlocks(place: CouncilPlace, level: 1 | 2, parts: PaperParts): Block[] {
  const { text, words, coverage } = parts;
  const { t } = text;
  const links = placeEntries(place, 'link').map((link) => `${linkKindText(link.to, t)}: ${words.link(link)}`);
  // The latest first: of what does not fit, the oldest is missed least.
  const followUps = placeEntries(place, 'follow-up')
    .map((entry) => `${words.day(entry.date)}: ${t(`meeting.outcome.${entry.outcome}`)}. ${entry.text}`)
    .reverse();
  const decisions = decisionsAbout(place, parts.papers)
    .map(
      ({ date, decision, motive }) =>
        `${words.day(date)}: ${decision}${motive ? ` ${t('meeting.motive', { motive })}` : ''}`,
    )
    .reverse();
  return [
    heading(level, nameOf(place, text)),
    paragraph(
      `${originText(place, text, 'exported')}. ${words.said({ id: place.id, at: place.createdAt, author: place.createdBy })}.`,
    ),
    ...pictureBlocks(place, parts),
    ...chainBlocks(place, parts),
    {
      kind: 'columns',
      parts: [
        listed(t('meeting.followUps'), followUps),
        listed(t('meeting.coverage'), coverage.get(place.id) ?? [t('meeting.coverage.notYet')]),
        listed(t('meeting.questions'), openQuestions(place, parts)),
        listed(t('meeting.decisions'), decisions),
        listed(t('meeting.links'), links, 'spare'),
        sourceBlocks(place, parts),
      ],
    },
  ];
}

/** Questions of the place, and what is still talked about. */
function openQuestions(place: CouncilPlace, { papers }: PaperParts): string[] {
  const asked = placeEntries(place, 'question').map(({ text }) => text);
  const talked = papers.threads
    .filter(({ pin }) => pin.kind === 'place' && pin.placeId === place.id)
    .filter((thread) => threadState(thread) === 'open' && decisionsOf(thread).length === 0)
    .map(({ title }) => title);
  return [...asked, ...talked];
}

function pictureBlocks(place: CouncilPlace, { pictures, text, atlas }: PaperParts): Block[] {
  const { t } = text;
  const picture = pictures.get(place.id);
  if (!picture) return [{ kind: 'text', look: 'small', text: t('meeting.paper.noPicture') }];
  const figure = {
    kind: 'figure' as const,
    alt: t('meeting.paper.alt', { name: nameOf(place, text) }),
    north: t('print.north'),
    credits: `${creditsOf(atlas)}. ${t('meeting.paper.coarse')}`,
  };
  return [{ ...figure, ...picture }];
}

/** What a row of the chain is, what is missed most first. */
const ROW_STATES = ['overdue', 'without', 'under-way', 'done', 'cancelled'] as const;
type RowState = (typeof ROW_STATES)[number];

/** The chain as a table: each row one measure, or a problem or cause that nothing has been done about. */
function chainBlocks(place: CouncilPlace, { text, words, today }: PaperParts): Block[] {
  const { t } = text;
  const { problems, looseCauses, looseActions } = chainOf(place, today);
  const rows: string[][] = [];
  const states: RowState[] = [];
  const addActions = (problem: string, cause: string, actions: typeof looseActions): void => {
    if (actions.length === 0) {
      rows.push([problem, cause, t('meeting.mark.withoutMeasure'), '', '', '']);
      states.push('without');
    }
    for (const { action, state, results } of actions) {
      states.push(state);
      rows.push([
        problem,
        cause,
        action.text,
        words.responsible(action.responsible),
        `${action.dueDate ? words.day(action.dueDate) : '–'} (${t(`meeting.state.${state}`)})`,
        results.map((result) => `${words.day(result.date)}: ${result.text}`).join('\n'),
      ]);
    }
  };
  for (const { problem, causes } of problems) {
    const basis = problem.basis ? ` (${problem.basis})` : '';
    if (causes.length === 0) addActions(problem.text + basis, '', []);
    for (const { cause, actions } of causes) addActions(problem.text + basis, cause.text, actions);
  }
  for (const { cause, actions } of looseCauses) addActions('', cause.text, actions);
  if (looseActions.length > 0) addActions('', '', looseActions);
  if (rows.length === 0) return [heading(3, t('meeting.chain')), paragraph(t('meeting.chain.none'))];
  const head = [
    ...(['problem', 'cause', 'action'] as const).map((kind) => t(`meeting.kind.${kind}`)),
    t('meeting.field.responsible'),
    t('meeting.field.dueDate'),
    t('meeting.kind.result'),
  ];
  const keepFirst = ROW_STATES.flatMap((state) => [...states.keys()].filter((i) => states[i] === state));
  const widths = [5, 4, 5, 4, 3.5, 4];
  return [heading(3, t('meeting.chain')), { kind: 'table', head, rows, widths, keepFirst, grouped: 2 }];
}

/** Where what is said comes from: the bases that were stated, the measures' sources, and who wrote. */
function sourceBlocks(place: CouncilPlace, { text, atlas }: PaperParts): Block[] {
  const { t } = text;
  const bases = placeEntries(place, 'problem').flatMap(({ basis }) => basis ?? []);
  const linkedIds = new Set(placeEntries(place, 'link').map(({ targetId }) => targetId));
  const sourceIds = atlas.features
    .filter(({ properties }) => linkedIds.has(properties.id))
    .flatMap(({ properties }) => properties.provenance.sourceIds);
  const cited = [...new Set(sourceIds)].flatMap((id) => {
    const source = atlas.sources.get(id);
    return source ? [`${source.publisher}: ${source.title}${source.date ? `, ${source.date}` : ''}`] : [];
  });
  const authors = [...new Set(Object.values(place.entries).map(({ author }) => author))];
  const items = [t('meeting.paper.writtenBy', { names: authors.join(', ') }), ...new Set(bases), ...cited];
  return listed(t('details.sources'), items, 'spare');
}

/** What the meeting decided, place by place in the agenda's order, then what belongs to no place. */
export function minutesPaper(meeting: Meeting, parts: PaperParts): Paper {
  const { text, papers } = parts;
  const { t, format } = text;
  const present = meetingEntries(meeting, 'present').at(-1)?.text;
  const agenda = agendaOf(meeting).flatMap(
    ({ placeId }) => papers.places.find(({ id }) => id === placeId) ?? [],
  );
  const elsewhere = papers.places.filter(
    (place) => !agenda.includes(place) && meetingDecisions(meeting, place.id).length > 0,
  );
  const general = meetingDecisions(meeting, undefined);
  const title = t('meeting.paper.minutes', { title: meetingTitle(meeting, text) });
  const blocks: Block[] = [
    heading(1, title),
    paragraph(format.date(meetingDay(meeting))),
    ...(present ? [paragraph(t('meeting.meeting.present', { names: present }))] : []),
    ...listed(
      t('meeting.agenda'),
      agenda.map((place) => nameOf(place, text)),
    ),
    ...[...agenda, ...elsewhere].flatMap((place) => itemBlocks(meeting, place, parts)),
    ...(general.length > 0 ? [heading(2, t('meeting.decision.general'))] : []),
    ...general.flatMap((entry) => decisionBlocks(entry, parts)),
    heading(3, t('meeting.paper.adjusted')),
    paragraph('\n______________________________        ______________________________'),
  ];
  return paperOf(title, blocks, parts);
}

function decisionBlocks(
  { decision, motive, author }: { decision: string; motive?: string | undefined; author: string },
  { text: { t } }: PaperParts,
): Block[] {
  return [
    { kind: 'text', look: 'strong', text: t('meeting.paper.decided', { decision }) },
    ...(motive ? [paragraph(t('meeting.motive', { motive }))] : []),
    { kind: 'text', look: 'small', text: t('meeting.paper.writtenBy', { names: author }) },
  ];
}

function itemBlocks(meeting: Meeting, place: CouncilPlace, parts: PaperParts): Block[] {
  const { text, words, today } = parts;
  const { t } = text;
  const decisions = meetingDecisions(meeting, place.id);
  const { problems, looseCauses, looseActions } = chainOf(place, today);
  const actions = [
    ...[...problems.flatMap(({ causes }) => causes), ...looseCauses].flatMap((cause) => cause.actions),
    ...looseActions,
  ].map(
    ({ action, state }) =>
      `${action.text} – ${words.responsible(action.responsible)}${action.dueDate ? `, ${words.day(action.dueDate)}` : ''} (${t(`meeting.state.${state}`)})`,
  );
  return [
    heading(2, nameOf(place, text)),
    ...problems.map(({ problem }) => paragraph(problem.text)),
    ...(decisions.length === 0 ? [paragraph(t('meeting.paper.noDecision'))] : []),
    ...decisions.flatMap((entry) => decisionBlocks(entry, parts)),
    ...listed(t('list.measure'), actions),
    ...listed(t('meeting.questions'), openQuestions(place, parts)),
  ];
}
