import { useEffect } from 'react';
import { DISCLOSURES } from '../../domain/feature.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { type Choices, choose, type ImportEntry } from '../../state/files.ts';
import { usePlanning } from '../../state/planning.ts';
import { Choice } from '../../ui/Choice.tsx';

interface LinkChoicesProps {
  readonly atlas: Atlas;
  readonly entry: ImportEntry;
  readonly choices: Choices;
}

/** The measure that pays, the board that answers, and what of cameras may be public. */
export function LinkChoices({ atlas, entry, choices }: LinkChoicesProps) {
  const { t, local } = useText();
  const grantId = usePlanning((state) => state.committed?.grantId);
  const placed = [...atlas.measures.values()].filter(({ measure }) => measure.reach.kind === 'places');
  const likely = placed.find(({ grant }) => grant.id === grantId) ?? placed[0];
  useEffect(() => {
    if (choices.namndId !== '' || !likely) return;
    choose(entry.id, { measureId: likely.measure.id, namndId: likely.board.id });
  }, [entry.id, choices.namndId, likely]);
  const followMeasure = (measureId: string): void => {
    const board = atlas.measures.get(measureId)?.board;
    choose(entry.id, { measureId, ...(board && { namndId: board.id }) });
  };
  return (
    <>
      <Choice
        label={t('exchange.measure')}
        value={choices.measureId}
        options={[
          ...placed.map(({ measure }) => ({ value: measure.id, label: local(measure.name) })),
          { value: '', label: t('exchange.noMeasure') },
        ]}
        onChange={followMeasure}
      />
      <Choice
        label={t('exchange.board')}
        value={choices.namndId}
        options={atlas.city.boards.map((board) => ({ value: board.id, label: local(board.name) }))}
        onChange={(namndId) => choose(entry.id, { namndId })}
      />
      {choices.uses.point === 'camera' && (
        <Choice
          label={t('exchange.disclosure')}
          value={choices.disclosure}
          options={DISCLOSURES.map((value) => ({ value, label: t(`exchange.disclosed.${value}`) }))}
          onChange={(disclosure) => choose(entry.id, { disclosure })}
        />
      )}
    </>
  );
}
