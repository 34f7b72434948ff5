import type { Said } from '../../domain/entry.ts';
import {
  agendaOf,
  type Meeting,
  type MeetingEntry,
  meetingEntries,
  orderBetween,
} from '../../domain/meeting.ts';

type SaidAtMeeting = Said<MeetingEntry>;

/** All entries in force that put a place on the agenda: two copies may both have put it there. */
const itemIds = (meeting: Meeting, placeId: string): string[] =>
  meetingEntries(meeting, 'item')
    .filter((item) => item.placeId === placeId)
    .map(({ id }) => id);

/** Puts places last on the agenda, those already there left where they are. */
export function addToAgenda(meeting: Meeting, placeIds: readonly string[]): SaidAtMeeting[] {
  const agenda = agendaOf(meeting);
  const first = orderBetween(agenda.at(-1)?.order, undefined);
  return placeIds
    .filter((placeId) => !agenda.some((item) => item.placeId === placeId))
    .map((placeId, index) => ({ kind: 'item', placeId, order: first + index }));
}

/** Moves a place one step up or down; nothing at the ends. */
export function moveOnAgenda(meeting: Meeting, placeId: string, direction: 'up' | 'down'): SaidAtMeeting[] {
  const agenda = agendaOf(meeting);
  const at = agenda.findIndex((item) => item.placeId === placeId);
  const goal = direction === 'up' ? at - 1 : at + 1;
  if (at < 0 || !agenda[goal]) return [];
  const order =
    direction === 'up'
      ? orderBetween(agenda[goal - 1]?.order, agenda[goal]?.order)
      : orderBetween(agenda[goal]?.order, agenda[goal + 1]?.order);
  return [{ kind: 'item', placeId, order, replaces: itemIds(meeting, placeId) }];
}

/** Takes a place off the agenda; its decisions stay. */
export const takeOffAgenda = (meeting: Meeting, placeId: string): SaidAtMeeting[] => [
  { kind: 'withdraw', replaces: itemIds(meeting, placeId) },
];
