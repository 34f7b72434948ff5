import { useEffect, useState } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { openFiles } from '../../state/files.ts';
import { isOpticFile, openOptic } from '../../state/optics.ts';
import { usePapers } from '../../state/papers.ts';
import { changeView } from '../../state/store.ts';
import { isWorkspaceFile, openWorkspaceFile } from '../../state/workspaceFiles.ts';

interface FileDropProps {
  readonly atlas: Atlas;
  /** Whether a proposal is open: only then is there a desk to look a file through at. */
  readonly isOpen: boolean;
}

const bringsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Lets files be dropped anywhere on the page; a workspace is merged, everything else is read and previewed. */
export function FileDrop({ atlas, isOpen }: FileDropProps) {
  const { t } = useText();
  const [isOver, setOver] = useState(false);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    const take = async (files: readonly File[]): Promise<void> => {
      const { workspace } = usePapers.getState();
      const others: File[] = [];
      for (const file of files) {
        if (workspace && (await isWorkspaceFile(file)))
          await openWorkspaceFile(workspace, file, (whose) => t(`exchange.rescued.${whose}`));
        else if (isOpen && isOpticFile(file.name)) {
          await openOptic(file);
          changeView({ desk: 'analysis' });
        } else others.push(file);
      }
      if (others.length === 0) return;
      setRefused(!isOpen);
      if (!isOpen) return;
      openFiles(others, atlas.city);
      changeView({ desk: 'files' });
    };
    const over = (event: DragEvent): void => {
      if (!bringsFiles(event)) return;
      // Otherwise the browser leaves the page and opens the file.
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void take([...(event.dataTransfer?.files ?? [])]);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [atlas, isOpen, t]);
  return (
    <>
      {isOver && (
        <div className="drop-over" aria-hidden="true">
          <p>{t('exchange.dropHere')}</p>
        </div>
      )}
      {isRefused && !isOpen && (
        <p className="drop-refused" role="alert">
          {t('exchange.needsProposal')}
        </p>
      )}
    </>
  );
}
