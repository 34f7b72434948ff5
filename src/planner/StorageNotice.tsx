import { useText } from '../i18n/TextProvider.tsx';
import { usePapers } from '../state/papers.ts';
import { changeView } from '../state/store.ts';

/** Says at once when the work is not kept on this device, what has been kept, and what to do. */
export function StorageNotice() {
  const { t } = useText();
  const { status, workspace } = usePapers();
  if (status?.kind !== 'trouble') return null;
  return (
    <div className="notice plan-trouble" role="alert">
      <div>
        <p className="strong">{t('planner.storage.notKept')}</p>
        <p>{t(`planner.storage.${status.trouble}`)}</p>
        <p>{t('planner.storage.advice')}</p>
        <p className="plan-row">
          <button type="button" onClick={() => changeView({ desk: 'files' })}>
            {t('planner.storage.toFiles')}
          </button>
          <button type="button" onClick={() => workspace?.retryStorage().catch(console.error)}>
            {t('app.retry')}
          </button>
        </p>
      </div>
    </div>
  );
}
