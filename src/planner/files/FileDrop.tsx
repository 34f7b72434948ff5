import { useEffect, useState } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { openFiles } from '../../state/files.ts';
import { usePapers } from '../../state/papers.ts';
import { isWorkspaceFile, openWorkspaceFile } from '../../state/workspaceFiles.ts';

interface FileDropProps {
  readonly atlas: Atlas;
  /** Brings the files' desk forward. */
  readonly onFiles: () => void;
}

const bringsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Lets files be dropped anywhere on the page; a workspace is merged, everything else is read and previewed. */
export function FileDrop({ atlas, onFiles }: FileDropProps) {
  const { t } = useText();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const take = async (files: readonly File[]): Promise<void> => {
      const { workspace } = usePapers.getState();
      const others: File[] = [];
      for (const file of files) {
        if (workspace && (await isWorkspaceFile(file)))
          await openWorkspaceFile(workspace, file, (whose) => t(`exchange.rescued.${whose}`));
        else others.push(file);
      }
      openFiles(others, atlas.city);
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
      onFiles();
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
  }, [atlas, onFiles, t]);
  return isOver ? (
    <div className="drop-over" aria-hidden="true">
      <p>{t('exchange.dropHere')}</p>
    </div>
  ) : null;
}
