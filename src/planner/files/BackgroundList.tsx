import { useText } from '../../i18n/TextProvider.tsx';
import { dropBackground, useBackground } from '../../state/background.ts';

/** What lies under the plan from the user's own files, with whose data it is. */
export function BackgroundList() {
  const { t, format } = useText();
  const parts = useBackground((state) => state.parts);
  const own = Object.entries(parts).filter(([id]) => id.startsWith('file:'));
  if (own.length === 0) return null;
  return (
    <>
      <h3>{t('exchange.underlay.title')}</h3>
      <ul className="versions">
        {own.map(([id, { title, attribution, features }]) => (
          <li key={id}>
            <span>
              <strong>{title}</strong>
              <span className="muted block">
                {t('exchange.underlay.count', { count: format.number(features.length), n: features.length })}
                {attribution ? ` ${attribution}` : ''}
              </span>
            </span>
            <button
              type="button"
              className="tool"
              aria-label={t('exchange.underlay.removeNamed', { name: title })}
              onClick={() => dropBackground(id)}
            >
              {t('exchange.underlay.remove')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
