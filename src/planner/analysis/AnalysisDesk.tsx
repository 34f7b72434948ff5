import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';

/** Light and sight, live. */
export default function AnalysisDesk({ atlas }: { atlas: Atlas }) {
  const { t, local } = useText();
  return <h3>{t('planner.tab.analysis', { city: local(atlas.city.name) })}</h3>;
}
