import { TOGETHER_STATES, type TogetherState } from '../../analysis/sight/together.ts';
import { useText } from '../../i18n/TextProvider.tsx';

/** Lit, seen, both, neither: every part in exactly one state. */
export function TogetherBar({ shares }: { shares: Readonly<Record<TogetherState, number>> }) {
  const { t, format } = useText();
  const parts = TOGETHER_STATES.filter((state) => shares[state] > 0.0005);
  return (
    <>
      <div className="analysis-bar" aria-hidden="true">
        {parts.map((state) => (
          <span key={state} data-state={state} style={{ flexGrow: shares[state] }} />
        ))}
      </div>
      <ul className="analysis-list analysis-states">
        {parts.map((state) => (
          <li key={state}>
            <span className="analysis-key" data-state={state} aria-hidden="true" />
            {t('analysis.state.line', {
              state: t(`analysis.state.${state}`),
              share: format.percent(shares[state]),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
