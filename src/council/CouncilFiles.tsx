import { useRef } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import type { Atlas } from '../state/atlas.ts';
import { usePapers } from '../state/papers.ts';
import {
  forgetOutcome,
  openWorkspaceFile,
  saveWorkspaceFile,
  useWorkspaceFile,
  type WorkspaceOutcome,
} from '../state/workspaceFiles.ts';

/** Takes the council's papers from one device to another: two copies that went separate ways become one, with nothing lost. */
export function CouncilFiles({ atlas }: { atlas: Atlas }) {
  const { t, local } = useText();
  const workspace = usePapers((state) => state.workspace);
  const outcome = useWorkspaceFile((state) => state.outcome);
  const picker = useRef<HTMLInputElement>(null);
  if (!workspace) return null;
  return (
    <section aria-label={t('exchange.workspace.title')}>
      <h3>{t('exchange.workspace.title')}</h3>
      <p className="small muted">{t('meeting.files.what')}</p>
      <div className="place-tools">
        <button
          type="button"
          className="plain"
          onClick={() => saveWorkspaceFile(workspace, local(atlas.city.name))}
        >
          {t('exchange.workspace.save')}
        </button>
        <button type="button" className="plain" onClick={() => picker.current?.click()}>
          {t('exchange.workspace.open')}
        </button>
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".json"
        aria-label={t('exchange.workspace.open')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void openWorkspaceFile(workspace, file, (whose) => t(`exchange.rescued.${whose}`));
          target.value = '';
        }}
      />
      {outcome && <Outcome outcome={outcome} />}
    </section>
  );
}

function Outcome({ outcome }: { outcome: WorkspaceOutcome }) {
  const { t } = useText();
  if (outcome.kind === 'unreadable')
    return (
      <div className="box" role="status">
        <p className="strong">{t('exchange.workspace.unreadable', { file: outcome.file })}</p>
        <p>{t(`exchange.unreadable.${outcome.why}`)}</p>
        <Understood />
      </div>
    );
  const added = (collection: string): number =>
    outcome.report.addedRecords.filter((record) => record.collection === collection).length;
  return (
    <div className="box" role="status">
      <p className="strong">{t('exchange.workspace.merged', { file: outcome.file })}</p>
      <p>
        {t('meeting.files.merged', {
          places: added('places'),
          threads: added('threads'),
          meetings: added('meetings'),
        })}
      </p>
      <Understood />
    </div>
  );
}

function Understood() {
  const { t } = useText();
  return (
    <button type="button" className="plain" onClick={forgetOutcome}>
      {t('exchange.workspace.understood')}
    </button>
  );
}
