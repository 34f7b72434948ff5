import './basemapChoice.css';
import { useId } from 'react';
import { useText } from '../i18n/TextProvider.tsx';

type Ground = 'overview' | 'streets' | 'configured' | 'online';

interface BasemapChoiceProps {
  readonly grounds: readonly Ground[];
  readonly ground: Ground;
  /** The street map's credit and date, where there is one. */
  readonly streets: { readonly attribution: string; readonly extractDate?: string | undefined } | null;
  /** Whose server the online map asks. */
  readonly online: { readonly title: string; readonly hosts: readonly string[] } | null;
  readonly onChoose: (ground: Ground) => void;
}

/** Which map lies below everything; what leaves the device is said before it is chosen. */
export function BasemapChoice({ grounds, ground, streets, online, onChoose }: BasemapChoiceProps) {
  const { t, format } = useText();
  const id = useId();
  if (grounds.length < 2) return null;
  const label = (of: Ground): string =>
    of === 'online' ? t('basemap.online', { title: online?.title ?? '' }) : t(`basemap.${of}`);
  const note = (of: Ground): string | null => {
    if (of === 'online') return t('basemap.onlineNote', { hosts: online?.hosts.join(', ') ?? '' });
    if (of !== 'streets' || !streets) return null;
    const date = streets.extractDate;
    return date === undefined
      ? t('basemap.streetsUndated', { credit: streets.attribution })
      : t('basemap.streetsDated', { credit: streets.attribution, date: format.date(date) });
  };
  return (
    <fieldset className="basemap-choice">
      <legend>{t('basemap.title')}</legend>
      {grounds.map((each) => (
        <div key={each}>
          <label>
            <input
              type="radio"
              name={id}
              checked={each === ground}
              aria-describedby={note(each) ? `${id}-${each}` : undefined}
              onChange={() => onChoose(each)}
            />
            {label(each)}
          </label>
          {note(each) && (
            <p id={`${id}-${each}`} className="muted">
              {note(each)}
            </p>
          )}
        </div>
      ))}
      {ground === 'streets' && (
        <p className="lit-path">
          <svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true">
            <path d="M2 6h24" className="shine" />
            <path d="M2 6h24" className="way" />
          </svg>
          {t('basemap.litPath')}
        </p>
      )}
    </fieldset>
  );
}
