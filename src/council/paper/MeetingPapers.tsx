import type { Meeting } from '../../domain/meeting.ts';
import type { Atlas } from '../../state/atlas.ts';

export function MeetingPapers(_: { atlas: Atlas; meeting: Meeting }) {
  return null;
}
