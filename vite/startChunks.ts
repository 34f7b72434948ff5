import type { Plugin } from 'vite';

interface ModuleInfo {
  readonly importedIds: readonly string[];
}
type Look = (id: string) => ModuleInfo | null;

/** A module and all it imports, and so on; what it imports only when asked to is not among them. */
function reachedFrom(starts: readonly string[], look: Look): Set<string> {
  const reached = new Set(starts);
  // a set hands out what is added to it while it is being walked
  for (const id of reached) for (const next of look(id)?.importedIds ?? []) reached.add(next);
  return reached;
}

/**
 * What the page always needs at its start is one file, and what its map adds is another. Left to itself the bundler
 * cuts them where some room opened later shares a part: two dozen small files, each a question to the server.
 * What the map's worker shares with the page stays a file of its own.
 */
export function startChunks(): Plugin {
  const found = { main: '', stage: '', worker: '' };
  let shell = new Set<string>();
  let stage = new Set<string>();
  let worker = new Set<string>();
  return {
    name: 'start-chunks',
    apply: 'build',
    moduleParsed({ id }) {
      if (id.endsWith('/src/main.tsx')) found.main = id;
      if (id.endsWith('/src/resident/MapStage.tsx')) found.stage = id;
      if (id.endsWith('/maplibre-gl/src/source/worker.ts')) found.worker = id;
    },
    buildEnd() {
      const look: Look = (id) => this.getModuleInfo(id);
      shell = reachedFrom([found.main], look);
      stage = reachedFrom([found.stage], look);
      worker = reachedFrom([found.worker], look);
    },
    outputOptions(options) {
      return {
        ...options,
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              debugName: 'what the page starts with',
              name: (id) => {
                // the start itself waits for what it fetches: whoever shared its file would wait along
                if (worker.has(id) || id === found.main) return null;
                if (shell.has(id)) return 'shell';
                return stage.has(id) ? 'stage' : null;
              },
            },
          ],
        },
      };
    },
  };
}
