import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Plugin, transformWithOxc } from 'vite';

const WORKER_ADDRESS = 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
const RESOLVED_ADDRESS = '\0map-worker-address';

const VERSION = '\0map-version';
const NO_COMPACT_TILES = '\0no-compact-tiles';
/** Tiles come as MVT; a reader of the newer, rarer format (MLT) is a tenth of the worker. Such a tile is an error. */
const REFUSE_COMPACT_TILES = `
export const GEOMETRY_TYPE = {};
export function decodeTile() { throw new Error('vector tiles in the MLT format are not supported'); }`;

/** Rules for controls that this map never shows. A rule is a selector and a block; style sheets here hold no strings with braces. */
const UNUSED_RULE =
  /[^{}]*(?:logo|geolocate|globe|popup|fullscreen|terrain|cooperative|user-location)[^{}]*\{[^{}]*\}/g;

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
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve('maplibre-gl/package.json')), 'src');
  const { version } = require('maplibre-gl/package.json') as { version: string };
  let worker = '';
  return {
    name: 'one-map-library',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      worker = this.emitFile({ type: 'chunk', id: join(folder, 'source/worker.ts'), name: 'map-worker' });
    },
    resolveId(id, importer) {
      if (id === 'maplibre-gl') return join(folder, 'index.ts');
      if (id === WORKER_ADDRESS) return RESOLVED_ADDRESS;
      if (!importer?.startsWith(folder)) return null;
      if (id === '@maplibre/mlt') return NO_COMPACT_TILES;
      return id.endsWith('/package.json') ? VERSION : null;
    },
    load(id) {
      if (id === RESOLVED_ADDRESS) return `export default import.meta.ROLLUP_FILE_URL_${worker};`;
      if (id === NO_COMPACT_TILES) return REFUSE_COMPACT_TILES;
      return id === VERSION ? `export default { version: ${JSON.stringify(version)} };` : null;
    },
    transform(code, id) {
      if (id.endsWith('/maplibre-gl.css')) return code.replace(UNUSED_RULE, '');
      return id.startsWith(folder) && id.endsWith('.ts')
        ? transformWithOxc(code, id, AS_MAPLIBRE_WRITES)
        : null;
    },
  };
}
