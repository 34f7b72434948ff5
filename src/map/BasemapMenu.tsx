import { useText } from '../i18n/TextProvider.tsx';
import { BasemapChoice, type BasemapChoiceProps } from './BasemapChoice.tsx';

/** The choice of ground in a room without a legend: folded in the map's corner, and absent where there is no choice. */
export function BasemapMenu(props: BasemapChoiceProps) {
  const { t } = useText();
  if (props.grounds.length < 2) return null;
  return (
    <details className="basemap-menu">
      <summary>{t('basemap.title')}</summary>
      <BasemapChoice {...props} />
    </details>
  );
}
