import { useText } from '../i18n/TextProvider.tsx';
import { goOverStep, usePlanning } from '../state/planning.ts';
import { Icon } from '../ui/Icon.tsx';
import { stepWords } from './words.ts';

/** Undo and redo, each with the name of the step it would go over. */
export function StepButtons() {
  const text = useText();
  const { t } = text;
  const { undo, redo } = usePlanning((state) => state.steps);
  return (
    <div className="plan-steps">
      {(['undo', 'redo'] as const).map((direction) => {
        const step = direction === 'undo' ? undo : redo;
        return (
          <button
            key={direction}
            type="button"
            aria-disabled={step === null}
            title={step ? undefined : t(`planner.${direction}.nothing`)}
            onClick={() => goOverStep(direction)}
          >
            <Icon name={direction === 'undo' ? 'undo' : 'redo'} size={18} />
            <span>
              {step
                ? t(`planner.${direction}.named`, { step: stepWords(step, text) })
                : t(`planner.${direction}`)}
            </span>
          </button>
        );
      })}
    </div>
  );
}
