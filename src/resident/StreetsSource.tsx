import { useText } from '../i18n/TextProvider.tsx';
import { useGrounds } from '../state/basemap.ts';

/** Whose data the streets are, among the page's sources; nothing where there are no streets. */
export function StreetsSource() {
  const { t, format } = useText();
  const manifest = useGrounds((state) => state.streets?.manifest);
  if (!manifest) return null;
  const { attribution, attributionUrl, extractDate } = manifest;
  const credit = `${attribution} (ODbL)`;
  return (
    <p>
      {t('basemap.streets')}:{' '}
      <a href={attributionUrl} rel="noreferrer">
        {extractDate === undefined
          ? t('basemap.streetsUndated', { credit })
          : t('basemap.streetsDated', { credit, date: format.date(extractDate) })}
      </a>
    </p>
  );
}
