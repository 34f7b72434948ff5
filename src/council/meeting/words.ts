import { type Meeting, meetingEntries } from '../../domain/meeting.ts';
import type { Text } from '../../i18n/TextProvider.tsx';

/** What a meeting is called. */
export const meetingTitle = (meeting: Meeting, { t }: Pick<Text, 't'>): string =>
  meetingEntries(meeting, 'title').at(-1)?.text ?? t('meeting.meeting.usual');
