import { WORKSPACE_VERSION } from '../domain/workspace.ts';

type FileContent = Readonly<Record<string, unknown>>;
/** From one version of the workspace file to the next. Written once, then never changed. */
export type Migration = (file: FileContent) => FileContent;

/** By the version they start from. */
export const MIGRATIONS: Readonly<Record<number, Migration>> = {
  // Version 1 had the records only; without the editing history a merge can only compare values.
  1: (file) => ({ ...file, history: null }),
};

export class UnreadableFile extends Error {
  constructor(
    readonly why: 'not-json' | 'not-a-workspace' | 'newer-version' | 'malformed',
    readonly detail: string,
  ) {
    super(`${why}: ${detail}`);
    this.name = 'UnreadableFile';
  }
}

/**
 * The only door for old files: brings any known version to the present one, step by step.
 * @throws UnreadableFile for no version, or one that is newer than this application
 */
export function migrated(file: FileContent): FileContent {
  const { version } = file;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw new UnreadableFile('not-a-workspace', `version ${String(version)}`);
  }
  if (version > WORKSPACE_VERSION) {
    throw new UnreadableFile(
      'newer-version',
      `version ${version}, this application reads ${WORKSPACE_VERSION}`,
    );
  }
  let content = file;
  for (let at = version; at < WORKSPACE_VERSION; at++) {
    const migrate = MIGRATIONS[at];
    if (!migrate) throw new UnreadableFile('malformed', `no migration from version ${at}`);
    content = { ...migrate(content), version: at + 1 };
  }
  return content;
}
