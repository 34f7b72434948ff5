import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Plugin, transformWithOxc } from 'vite';

const WORKER_ADDRESS = 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
const RESOLVED_ADDRESS = '\0map-worker-address';

/** Its classes count on fields being set, not defined: a field without a value must not undo what a base class gave it. */
const AS_MAPLIBRE_WRITES = {
  target: 'es2021',
  typescript: { removeClassFieldsWithoutInitializer: true },
  assumptions: { setPublicClassFields: true },
};

/**
 * Builds MapLibre from the sources in its package instead of from its two finished bundles. The page's bundle and the
 * worker's hold half of their code twice; built together they share it as one file, which the browser fetches once.
 */
export function oneMapLibrary(): Plugin {
  const folder = join(dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json')), 'src');
  let worker = '';
  return {
    name: 'one-map-library',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      worker = this.emitFile({ type: 'chunk', id: join(folder, 'source/worker.ts'), name: 'map-worker' });
    },
    resolveId(id) {
      if (id === 'maplibre-gl') return join(folder, 'index.ts');
      return id === WORKER_ADDRESS ? RESOLVED_ADDRESS : null;
    },
    transform: (code, id) =>
      id.startsWith(folder) && id.endsWith('.ts') ? transformWithOxc(code, id, AS_MAPLIBRE_WRITES) : null,
    load: (id) => (id === RESOLVED_ADDRESS ? `export default import.meta.ROLLUP_FILE_URL_${worker};` : null),
  };
}
