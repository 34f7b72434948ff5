import './basemapChoice.css';
import { useId } from 'react';
import { useText } from '../i18n/TextProvider.tsx';

type Ground = 'overview' | 'streets' | 'configured' | 'online';

export interface BasemapChoiceProps {
  readonly grounds: readonly Ground[];
  readonly ground: Ground;
  /** The street map's credit and date, where there is one. */
  readonly streets: {
    readonly attribution: string;
    readonly extractDate?: string | undefined;
    readonly tiles: { readonly bytes: number };
  } | null;
  /** Whose server the online map asks. */
  readonly online: { readonly title: string; readonly hosts: readonly string[] } | null;
  readonly onChoose: (ground: Ground) => void;
  /** Whether the street map lies on this device, and how to put it there. */
  readonly keeping: Keeping;
  readonly onKeep: () => void;
}

type Keeping =
  | { readonly kind: 'unknown' | 'impossible' | 'absent' | 'kept' | 'failed' }
  | { readonly kind: 'saving'; readonly share: number };

/** Which map lies below everything; what leaves the device is said before it is chosen. */
export function BasemapChoice(props: BasemapChoiceProps) {
  const { grounds, ground, streets, online, onChoose } = props;
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
      {ground === 'streets' && streets && (
        <>
          <p className="lit-path">
            <svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true">
              <path d="M2 6h24" className="shine" />
              <path d="M2 6h24" className="way" />
            </svg>
            {t('basemap.litPath')}
          </p>
          <Keep keeping={props.keeping} bytes={streets.tiles.bytes} onKeep={props.onKeep} />
        </>
      )}
    </fieldset>
  );
}

const BYTES_PER_MEGABYTE = 1e6;

/** Puts the street map on the device: a large file is the user's own decision. */
function Keep({ keeping, bytes, onKeep }: { keeping: Keeping; bytes: number; onKeep: () => void }) {
  const { t, format } = useText();
  if (keeping.kind === 'unknown' || keeping.kind === 'impossible') return null;
  const megabytes = format.number(Math.max(0.1, bytes / BYTES_PER_MEGABYTE), 1);
  return (
    <div className="keep">
      {(keeping.kind === 'absent' || keeping.kind === 'failed') && (
        <button type="button" className="link" onClick={onKeep}>
          {t('basemap.keep', { megabytes })}
        </button>
      )}
      <p role="status">
        {keeping.kind === 'saving' && t('basemap.saving', { percent: Math.round(keeping.share * 100) })}
        {keeping.kind === 'kept' && t('basemap.kept')}
        {keeping.kind === 'failed' && t('basemap.keepFailed')}
      </p>
    </div>
  );
}
