import { useEffect, useId, useRef } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import { type LongWork, useLongWork } from '../state/longWork.ts';
import { stepWords } from './words.ts';

/** What is shown while very many things are added or taken back: how far it is, and the way to stop it. */
export function LongWorkDialog() {
  const work = useLongWork((state) => state.work);
  return work && <Working work={work} />;
}

function Working({ work }: { work: LongWork }) {
  const text = useText();
  const { t } = text;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const title = work.step
    ? t(work.key as 'planner.long.undo', { step: stepWords(work.step, text) })
    : t(work.key as 'exchange.long.adding', { file: '', ...work.params });
  return (
    <dialog
      ref={dialog}
      className="dialog plan-long"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        work.cancel();
      }}
    >
      <h2 id={id}>{title}</h2>
      <progress max={1} value={work.share} aria-labelledby={id} />
      <p className="muted">{t(work.isEnding ? 'planner.long.ending' : 'planner.long.explained')}</p>
      <p className="plan-row">
        <button type="button" disabled={work.isEnding} onClick={work.cancel}>
          {t('planner.long.cancel')}
        </button>
      </p>
    </dialog>
  );
}
