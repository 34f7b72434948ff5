import { useText } from '../i18n/TextProvider.tsx';
import { usePapers } from '../state/papers.ts';

/** Says so when the work cannot be kept on this device. */
export function KeptNote() {
  const { t } = useText();
  const status = usePapers((state) => state.status);
  const workspace = usePapers((state) => state.workspace);
  if (status?.kind !== 'trouble') return null;
  return (
    <div role="alert" className="box">
      <p>{t('meeting.trouble')}</p>
      <p className="small muted">{status.detail}</p>
      <button type="button" className="plain" onClick={() => void workspace?.retryStorage()}>
        {t('app.retry')}
      </button>
    </div>
  );
}
