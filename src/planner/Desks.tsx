import { lazy, Suspense } from 'react';
import type { Manifest } from '../domain/feature.ts';
import { useText } from '../i18n/TextProvider.tsx';
import type { Atlas } from '../state/atlas.ts';
import { changeView, useOpen } from '../state/store.ts';
import { ChecksDesk } from './checks/ChecksDesk.tsx';
import { useFindings } from './checks/useFindings.ts';
import { CompareDesk } from './compare/CompareDesk.tsx';
import { MoneyDesk } from './money/MoneyDesk.tsx';
import { PropertiesDesk } from './properties/PropertiesDesk.tsx';

const AnalysisDesk = lazy(() => import('./analysis/AnalysisDesk.tsx'));
const FilesDesk = lazy(() => import('./files/FilesDesk.tsx'));

/** The desks in their order. */
const DESKS = ['properties', 'money', 'checks', 'compare', 'analysis', 'files'] as const;
type Desk = (typeof DESKS)[number];

/** The desks on the right: what is chosen, what it costs, what is wrong, how it compares, what it does, and files. */
export function Desks({ atlas, manifest }: { atlas: Atlas; manifest: Manifest }) {
  const { t } = useText();
  const asked = useOpen((state) => state.view.desk);
  const desk = DESKS.find((each) => each === asked) ?? 'properties';
  const findings = useFindings(atlas, manifest);
  const errors = findings?.filter(({ severity }) => severity === 'error').length ?? 0;
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
            {each === 'checks' && errors > 0 && (
              <span className="plan-badge">
                {errors}
                <span className="only-read"> {t('planner.checks.errors', { count: errors })}</span>
              </span>
            )}
          </button>
        ))}
      </nav>
      <Suspense fallback={<p role="status">{t('app.loading')}</p>}>
        <OneDesk desk={desk} atlas={atlas} findings={findings} />
      </Suspense>
    </aside>
  );
}

function OneDesk({
  desk,
  atlas,
  findings,
}: {
  desk: Desk;
  atlas: Atlas;
  findings: ReturnType<typeof useFindings>;
}) {
  switch (desk) {
    case 'properties':
      return <PropertiesDesk atlas={atlas} />;
    case 'money':
      return <MoneyDesk atlas={atlas} />;
    case 'checks':
      return <ChecksDesk atlas={atlas} findings={findings} />;
    case 'compare':
      return <CompareDesk atlas={atlas} />;
    case 'analysis':
      return <AnalysisDesk atlas={atlas} />;
    case 'files':
      return <FilesDesk atlas={atlas} />;
  }
}
