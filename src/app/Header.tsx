import type { City } from '../domain/city.ts';
import { LANGUAGES } from '../domain/text.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { changeView, useOpen } from '../state/store.ts';
import { DEFAULT_VIEW, formatView, ROOMS } from '../state/view.ts';
import { Choice } from '../ui/Choice.tsx';

/** Each language is named in itself, so that whoever needs it can read it. */
const LANGUAGE_NAMES = { sv: 'Svenska', en: 'English', fi: 'Suomi' } as const;

export function Header({ city }: { city: City | null }) {
  const { t, local } = useText();
  const { language, theme, room } = useOpen((state) => state.view);
  return (
    <header className="header">
      <svg className="logo" width="34" height="34" viewBox="0 0 34 34" aria-hidden="true">
        <rect width="34" height="34" rx="9" className="logo-ground" />
        <path d="M7 26C14 26 14 15 22 12" className="logo-path" />
        <circle cx="24" cy="10" r="4.5" className="logo-light" />
      </svg>
      <h1>
        {t('app.name')}
        {city && <span className="subtitle">{local(city.packageTitle)}</span>}
      </h1>
      <nav className="doors" aria-label={t('app.room')}>
        {ROOMS.map((each) => (
          <a
            key={each}
            href={formatView({ ...DEFAULT_VIEW, language, theme, room: each }) || './'}
            aria-current={each === room ? 'page' : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              changeView({ room: each, desk: null, paperId: null, comparedId: null, pane: 'map' });
            }}
          >
            {t(`app.room.${each}`)}
          </a>
        ))}
      </nav>
      <div className="header-tools">
        <Choice
          quiet
          label={t('app.language')}
          value={language}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChange={(chosen) => changeView({ language: chosen })}
        />
        <Choice
          quiet
          label={t('app.theme')}
          value={theme}
          options={(['auto', 'light', 'night'] as const).map((value) => ({
            value,
            label: t(`app.theme.${value}`),
          }))}
          onChange={(chosen) => changeView({ theme: chosen })}
        />
      </div>
    </header>
  );
}
