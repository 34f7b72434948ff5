import type { Manifest } from '../domain/feature.ts';
import { useText } from '../i18n/TextProvider.tsx';
import type { Flavour } from '../map/scene.ts';
import type { Atlas } from '../state/atlas.ts';

/** What every room is given by the roof. */
interface CouncilPageProps {
  readonly atlas: Atlas;
  readonly manifest: Manifest;
  readonly flavour: Flavour;
}

export default function CouncilPage({ atlas }: CouncilPageProps) {
  const { t, local } = useText();
  return (
    <main id="content" tabIndex={-1}>
      <h2>{t('council.title')}</h2>
      <p>{local(atlas.city.packageTitle)}</p>
    </main>
  );
}
