import { useEffect } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import { nextCouncilSteps, redoCouncil, undoCouncil } from '../state/councilPapers.ts';
import { usePapers } from '../state/papers.ts';

/** Takes back and does again; also Ctrl+Z and Ctrl+Shift+Z outside of fields. */
export function UndoTools() {
  const { t } = useText();
  usePapers((state) => state.changes);
  const { undo, redo } = nextCouncilSteps();
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const isField = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      if (isField || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      if (event.shiftKey) redoCouncil();
      else undoCouncil();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  if (!undo && !redo) return null;
  return (
    <div className="undo-tools">
      <button type="button" className="link small" disabled={!undo} onClick={undoCouncil}>
        {undo ? t('meeting.undo', { step: t(`meeting.step.${undo}`) }) : t('meeting.undo.nothing')}
      </button>
      {redo && (
        <button type="button" className="link small" onClick={redoCouncil}>
          {t('meeting.redo', { step: t(`meeting.step.${redo}`) })}
        </button>
      )}
    </div>
  );
}
