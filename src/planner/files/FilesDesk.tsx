import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';

/** Files in and out. */
export default function FilesDesk({ atlas }: { atlas: Atlas }) {
  const { t, local } = useText();
  return <h3>{t('planner.tab.files', { city: local(atlas.city.name) })}</h3>;
}
