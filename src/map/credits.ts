import type { Basemap, Scene } from './scene.ts';

/** The credit line as HTML: MapLibre's control writes HTML, and credits are plain text from a configuration file. */
export function creditLine({ attribution }: Pick<Scene, 'attribution'>, basemap: Basemap): string {
  return [attribution, basemap.kind === 'overview' ? undefined : basemap.attribution]
    .filter((credit) => credit !== undefined && credit !== '')
    .join(' · ')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
