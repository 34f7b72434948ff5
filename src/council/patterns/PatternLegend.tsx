import { useText } from '../../i18n/TextProvider.tsx';
import {
  flavourNow,
  HIGH_COLOUR,
  LOW_COLOUR,
  STEP_COLOURS,
  STEP_LETTERS,
} from '../../state/patternPicture.ts';
import type { PatternResult } from '../../state/patternRun.ts';

/** What the colours, letters and lines on the map mean. */
export function PatternLegend({
  result: { answer, settings },
}: {
  result: Pick<PatternResult, 'answer' | 'settings'>;
}) {
  const { t, format } = useText();
  const flavour = flavourNow();
  switch (answer.kind) {
    case 'density':
    case 'areas': {
      const unit =
        answer.kind === 'density'
          ? t('council.legend.perKm2')
          : t(settings.measure === 'rate' ? 'council.legend.perThousand' : 'council.legend.count');
      const digits = (answer.steps[1] ?? 1) < 10 ? 1 : 0;
      return (
        <div className="steps">
          <p className="choice-label">{unit}</p>
          <ul className="plain-list">
            {answer.steps.map((from, i) => (
              <li key={from}>
                <span className="swatch" style={{ background: STEP_COLOURS[flavour][i] }} aria-hidden="true">
                  {answer.kind === 'areas' && STEP_LETTERS[i]}
                </span>
                {answer.kind === 'areas' && <span className="only-read">{STEP_LETTERS[i]}</span>}
                {answer.steps[i + 1] === undefined
                  ? t('council.legend.atLeast', { from: format.number(from, digits) })
                  : t('council.legend.range', {
                      from: format.number(from, digits),
                      to: format.number(answer.steps[i + 1] ?? 0, digits),
                    })}
              </li>
            ))}
            <li>
              <span className="swatch none" aria-hidden="true" />
              {t(answer.kind === 'density' ? 'council.legend.nothing' : 'council.legend.hiddenArea')}
            </li>
          </ul>
        </div>
      );
    }
    case 'cells':
      return (
        <ul className="plain-list steps">
          <li>
            <span className="swatch high" style={{ borderColor: HIGH_COLOUR[flavour] }} aria-hidden="true">
              {t('council.cells.high')}
            </span>
            {t('council.legend.high')}
          </li>
          <li>
            <span className="swatch low" style={{ borderColor: LOW_COLOUR[flavour] }} aria-hidden="true">
              {t('council.cells.low')}
            </span>
            {t('council.legend.low')}
          </li>
          <li>
            <span className="swatch none" aria-hidden="true" />
            {t('council.legend.neither')}
          </li>
        </ul>
      );
    case 'gatherings':
      return <p className="small">{t('council.legend.gatherings')}</p>;
    case 'too-few':
      return null;
  }
}
