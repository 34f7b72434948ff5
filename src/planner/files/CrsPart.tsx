import { useState } from 'react';
import type { CrsFinding } from '../../exchange/importResult.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { answerCrs, type ImportEntry } from '../../state/files.ts';
import { axisWords, crsName } from './words.ts';

interface CrsPartProps {
  readonly atlas: Atlas;
  readonly entry: ImportEntry;
  readonly crs: CrsFinding;
}

/** Which coordinate system a file is in and how that is known, or the question. */
export function CrsPart({ atlas, entry, crs }: CrsPartProps) {
  const text = useText();
  const { t } = text;
  if (crs.kind === 'ask') return <CrsQuestion atlas={atlas} entry={entry} crs={crs} />;
  return (
    <p>
      {t('exchange.crs.recognised', {
        name: crsName(atlas.city, crs.code),
        // East first is the rule, and columns with names have no order: only the exception is said.
        order: crs.axisOrder === 'north-east' ? `, ${axisWords(text, crs.axisOrder)}` : '',
      })}{' '}
      <span className="muted">{t(`exchange.crs.by.${crs.by}`)}</span>
    </p>
  );
}

/** The candidates, likeliest first, with how much of the file would lie in the city. */
function CrsQuestion({
  atlas,
  entry,
  crs,
}: CrsPartProps & { readonly crs: Extract<CrsFinding, { kind: 'ask' }> }) {
  const text = useText();
  const { t, format } = text;
  const [chosen, setChosen] = useState(0);
  const candidate = crs.candidates[chosen];
  if (!candidate) return null;
  return (
    <fieldset className="question">
      <legend>{t('exchange.crs.ask')}</legend>
      {crs.candidates.map(({ code, axisOrder, shareInside }, index) => (
        <label key={`${code} ${axisOrder}`} className="option">
          <input
            type="radio"
            name={`crs-${entry.id}`}
            checked={index === chosen}
            onChange={() => setChosen(index)}
          />
          <span>
            {crsName(atlas.city, code)}, {axisWords(text, axisOrder)}
            <span className="muted block">
              {t('exchange.crs.inside', { share: format.percent(shareInside) })}
            </span>
          </span>
        </label>
      ))}
      <button type="button" className="primary" onClick={() => answerCrs(entry.id, candidate)}>
        {t('exchange.crs.use')}
      </button>
    </fieldset>
  );
}
