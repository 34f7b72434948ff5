import { useText } from '../../i18n/TextProvider.tsx';
import { forgetRemoved, undoRemoval, useCouncilData } from '../../state/councilData.ts';

/** After a removal: the way back, and the way to be rid of it at once. */
export function RemovedOffer() {
  const { t } = useText();
  const removed = useCouncilData((state) => state.removed);
  return (
    <div role="status">
      {removed && (
        <div className="box offer">
          <p>{t('council.data.removed', { title: removed.title })}</p>
          <div className="row">
            <button type="button" className="plain" onClick={undoRemoval}>
              {t('council.data.undo')}
            </button>
            <button type="button" className="link" onClick={forgetRemoved}>
              {t('council.data.forget')}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}
