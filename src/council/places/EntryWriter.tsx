import type { CouncilPlace, PlaceEntry } from '../../domain/hotspot.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { say } from '../../state/councilPapers.ts';
import { todayIn } from '../today.ts';
import { Writer } from '../Writer.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { saidFrom, type WrittenKind } from './saidFrom.ts';
import { useEvaluations } from './useEvaluations.ts';

interface EntryWriterProps {
  readonly atlas: Atlas;
  readonly place: CouncilPlace;
  readonly kind: WrittenKind;
  readonly label: string;
  readonly spoken?: string;
  readonly look?: 'link' | 'plain' | 'add';
  readonly parentIds?: readonly string[];
  /** The wordings that are corrected; the last one fills the form. */
  readonly olds?: readonly PlaceEntry[];
}

/** A button and form that writes one entry about a place, or corrects one. */
export function EntryWriter({ atlas, place, kind, olds = [], parentIds = [], ...button }: EntryWriterProps) {
  const { t } = useText();
  const today = todayIn(atlas.city.timeZone);
  const evaluations = useEvaluations();
  const old = olds.at(-1);
  const write = (form: FormData): void => {
    const said = saidFrom(form, { kind, parentIds, replaces: olds.map(({ id }) => id), today });
    if (!said) return;
    const step =
      kind === 'name' ? 'renamePlace' : kind === 'close' ? 'closePlace' : old ? 'changeEntry' : 'addEntry';
    say('places', { id: place.id, said: [said], step });
  };
  return (
    <Writer {...button} save={t('meeting.save')} onSubmit={write}>
      <PlaceFields kind={kind} atlas={atlas} today={today} old={old} evaluations={evaluations} />
    </Writer>
  );
}

/** Takes an entry back; the history keeps it. */
export function withdraw(
  place: CouncilPlace,
  ids: readonly string[],
  step: 'withdrawEntry' | 'unlink',
): void {
  say('places', { id: place.id, said: [{ kind: 'withdraw', replaces: [...ids] }], step });
}
