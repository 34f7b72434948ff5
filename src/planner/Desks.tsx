import { lazy, Suspense } from 'react';
import type { Manifest } from '../domain/feature.ts';
import { useText } from '../i18n/TextProvider.tsx';
import type { Atlas } from '../state/atlas.ts';
import { changeView, useOpen } from '../state/store.ts';

const AnalysisDesk = lazy(() => import('./analysis/AnalysisDesk.tsx'));
const FilesDesk = lazy(() => import('./files/FilesDesk.tsx'));

const DESKS = ['properties', 'money', 'checks', 'compare', 'analysis', 'files'] as const;
type Desk = (typeof DESKS)[number];

/** The desks on the right: what is chosen, what it costs, what is wrong, how it compares, what it does, and files. */
export function Desks({ atlas, manifest }: { atlas: Atlas; manifest: Manifest }) {
  const { t } = useText();
  const asked = useOpen((state) => state.view.desk);
  const desk = DESKS.find((each) => each === asked) ?? 'properties';
  return (
    <aside className="panel plan-right" aria-label={t('planner.tab.label')}>
      <nav className="plan-tabs" aria-label={t('planner.tab.label')}>
        {DESKS.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={each === desk ? 'true' : undefined}
            onClick={() => changeView({ desk: each === 'properties' ? null : each })}
          >
            {t(`planner.tab.${each}`)}
          </button>
        ))}
      </nav>
      <Suspense fallback={<p role="status">{t('app.loading')}</p>}>
        <OneDesk desk={desk} atlas={atlas} manifest={manifest} />
      </Suspense>
    </aside>
  );
}

function OneDesk({ desk, atlas }: { desk: Desk; atlas: Atlas; manifest: Manifest }) {
  switch (desk) {
    case 'analysis':
      return <AnalysisDesk atlas={atlas} />;
    case 'files':
      return <FilesDesk atlas={atlas} />;
    default:
      return null;
  }
}
