import type { Manifest } from '../domain/feature.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { dismissNotice, loadLayer, type Notice, useOpen } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';

/** What went wrong and what was kept, in words; each can be dismissed, a failed layer fetched again. */
export function Notices({ manifest }: { manifest: Manifest }) {
  const { t, local } = useText();
  const notices = useOpen((state) => state.notices);
  const wordsOf = (notice: Notice): string => {
    switch (notice.kind) {
      case 'layer': {
        const entry = manifest.layers.find(({ id }) => id === notice.layerId);
        return t('notice.layer', { layer: entry ? local(entry.title) : notice.layerId });
      }
      case 'unknown':
        return t('notice.unknown', { what: notice.what });
      default:
        return t(`notice.${notice.kind}`);
    }
  };
  return (
    <div className="notices" role="status">
      {notices.map((notice) => (
        <div key={`${notice.kind} ${wordsOf(notice)}`} className="notice">
          <Icon name="info" />
          <div>
            <p>{wordsOf(notice)}</p>
            {notice.kind === 'update' && (
              <button type="button" className="link" onClick={notice.apply}>
                {t('notice.updateNow')}
              </button>
            )}
            {notice.kind === 'layer' && (
              <button type="button" className="link" onClick={() => loadLayer(notice.layerId)}>
                {t('app.retry')}
              </button>
            )}
          </div>
          <button
            type="button"
            className="quiet"
            aria-label={t('notice.dismiss')}
            onClick={() => dismissNotice(notice)}
          >
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
    </div>
  );
}
