import { lazy, Suspense, useState } from 'react';
import './files.css';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { useFiles } from '../../state/files.ts';
import { usePlanning } from '../../state/planning.ts';
import { BackgroundList } from './BackgroundList.tsx';
import { ImportList } from './ImportList.tsx';
import { PictureButton } from './PictureButton.tsx';
import { Preview } from './Preview.tsx';
import { Versions } from './Versions.tsx';
import { WorkspaceFile } from './WorkspaceFile.tsx';

const ExportDialog = lazy(() => import('./ExportDialog.tsx'));
const PublishDialog = lazy(() => import('./PublishDialog.tsx'));

/** The planner's desk for everything that comes from or becomes a file. */
export default function FilesDesk({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const open = useFiles(({ entries, openId }) =>
    entries.find(({ id, state }) => id === openId && state.kind === 'read'),
  );
  if (open)
    return (
      <div className="files">
        <Preview atlas={atlas} entry={open} />
      </div>
    );
  return (
    <div className="files">
      <section aria-labelledby="files-in">
        <h3 id="files-in">{t('exchange.in')}</h3>
        <ImportList atlas={atlas} />
        <BackgroundList />
      </section>
      <HandOn atlas={atlas} />
      <section aria-labelledby="files-versions">
        <h3 id="files-versions">{t('exchange.versions.title')}</h3>
        <Versions />
      </section>
      <WorkspaceFile atlas={atlas} />
    </div>
  );
}

/** Export, picture and publication. */
function HandOn({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const [dialog, setDialog] = useState<'export' | 'publish' | null>(null);
  const proposal = usePlanning((state) => state.committed);
  return (
    <section aria-labelledby="files-out">
      <h3 id="files-out">{t('exchange.out')}</h3>
      <p className="row-buttons">
        <button type="button" className="tool" onClick={() => setDialog('export')}>
          {t('exchange.export.open')}
        </button>
        <PictureButton atlas={atlas} />
        <button type="button" className="tool" disabled={!proposal} onClick={() => setDialog('publish')}>
          {t('exchange.publish.open')}
        </button>
      </p>
      <Suspense fallback={null}>
        {dialog === 'export' && <ExportDialog atlas={atlas} onClose={() => setDialog(null)} />}
        {dialog === 'publish' && proposal && (
          <PublishDialog atlas={atlas} proposal={proposal} onClose={() => setDialog(null)} />
        )}
      </Suspense>
    </section>
  );
}
