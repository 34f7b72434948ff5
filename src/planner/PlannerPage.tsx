import type { Manifest } from '../domain/feature.ts';
import { useText } from '../i18n/TextProvider.tsx';
import type { Flavour } from '../map/scene.ts';
import type { Atlas } from '../state/atlas.ts';

/** What every room is given by the roof. */
interface PlannerPageProps {
  readonly atlas: Atlas;
  readonly manifest: Manifest;
  readonly flavour: Flavour;
}

export default function PlannerPage({ atlas }: PlannerPageProps) {
  const { t, local } = useText();
  return (
    <main id="content" tabIndex={-1}>
      <h2>{t('planner.title')}</h2>
      <p>{local(atlas.city.packageTitle)}</p>
    </main>
  );
}
