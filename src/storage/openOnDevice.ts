import { openIndexedDb } from './indexedDb.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';

/** Opens a workspace that this browser keeps. It opens always: without storage it lives in memory, and says so. */
export const openOnDevice = (options: Omit<WorkspaceOptions, 'openDoor'>): Promise<Workspace> =>
  openWorkspace({ ...options, openDoor: (onLost) => openIndexedDb(`workspace-${options.id}`, onLost) });
