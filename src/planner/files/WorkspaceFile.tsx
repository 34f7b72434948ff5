import { useRef } from 'react';
import './files.css';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { usePapers } from '../../state/papers.ts';
import {
  forgetOutcome,
  openWorkspaceFile,
  saveWorkspaceFile,
  useWorkspaceFile,
  type WorkspaceOutcome,
} from '../../state/workspaceFiles.ts';

/** The whole workspace as a file: to keep, to move, to put together with somebody else's. */
export function WorkspaceFile({ atlas }: { atlas: Atlas }) {
  const { t, local } = useText();
  const workspace = usePapers((state) => state.workspace);
  const status = usePapers((state) => state.status);
  const outcome = useWorkspaceFile((state) => state.outcome);
  const picker = useRef<HTMLInputElement>(null);
  if (!workspace) return null;
  const open = (file: File | undefined): void => {
    if (file) void openWorkspaceFile(workspace, file, (whose) => t(`exchange.rescued.${whose}`));
  };
  return (
    <section className="files workspace-file" aria-labelledby="files-workspace">
      <h3 id="files-workspace">{t('exchange.workspace.title')}</h3>
      {status?.kind === 'trouble' && <p role="alert">{t('exchange.workspace.notKept')}</p>}
      <p className="muted">{t('exchange.workspace.what')}</p>
      <p className="row-buttons">
        <button
          type="button"
          className="tool"
          onClick={() => saveWorkspaceFile(workspace, local(atlas.city.name))}
        >
          {t('exchange.workspace.save')}
        </button>
        <button type="button" className="tool" onClick={() => picker.current?.click()}>
          {t('exchange.workspace.open')}
        </button>
      </p>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".json"
        aria-label={t('exchange.workspace.open')}
        onChange={({ target }) => {
          open(target.files?.[0]);
          target.value = '';
        }}
      />
      {outcome && <Outcome outcome={outcome} />}
    </section>
  );
}

/** What was merged and rescued, or why the file could not be read. */
function Outcome({ outcome }: { outcome: WorkspaceOutcome }) {
  const { t } = useText();
  return (
    <div className="outcome" role="status">
      {outcome.kind === 'unreadable' ? (
        <>
          <p>
            <strong>{t('exchange.workspace.unreadable', { file: outcome.file })}</strong>{' '}
            {t(`exchange.unreadable.${outcome.why}`)}
          </p>
          <p className="muted">{t('exchange.workspace.detail', { detail: outcome.detail })}</p>
        </>
      ) : (
        <MergedFile outcome={outcome} />
      )}
      <button type="button" className="tool" onClick={forgetOutcome}>
        {t('exchange.workspace.understood')}
      </button>
    </div>
  );
}

function MergedFile({ outcome }: { outcome: Extract<WorkspaceOutcome, { kind: 'merged' }> }) {
  const { t } = useText();
  const { addedRecords, conflicts, rescued } = outcome.report;
  const added = (
    ['proposals', 'places', 'threads', 'evaluations', 'meetings', 'datasets', 'versions'] as const
  )
    .map((collection) => ({
      collection,
      count: addedRecords.filter((record) => record.collection === collection).length,
    }))
    .filter(({ count }) => count > 0);
  const names = new Set(rescued.map(({ content }) => recordName(content)).filter(Boolean));
  return (
    <>
      <p>
        <strong>{t('exchange.workspace.merged', { file: outcome.file })}</strong>
      </p>
      <ul>
        {added.map(({ collection, count }) => (
          <li key={collection}>{t(`exchange.collection.${collection}`, { count })}</li>
        ))}
        {added.length === 0 && <li>{t('exchange.workspace.nothingNew')}</li>}
        {conflicts.length > 0 && (
          <li>
            {t('exchange.workspace.conflicts', { count: conflicts.length })} {[...names].join(', ')}
          </li>
        )}
      </ul>
    </>
  );
}

function recordName(content: unknown): string {
  const name = typeof content === 'object' && content !== null && 'name' in content ? content.name : '';
  return typeof name === 'string' ? name : '';
}
