import { useText } from '../i18n/TextProvider.tsx';
import { usePlanning } from '../state/planning.ts';
import { stepWords } from './words.ts';

/** What has just been done, with its numbers: for the eye and for the ear. */
export function StatusLine() {
  const text = useText();
  const said = usePlanning((state) => state.said);
  const step = said?.step ? stepWords(said.step, text) : '';
  const words = said ? stepWords({ key: said.key, params: { ...said.params, step } }, text) : '';
  return (
    <p role="status" className="plan-status" data-nth={said?.nth}>
      {words && <span key={said?.nth}>{words}</span>}
    </p>
  );
}
