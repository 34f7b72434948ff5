import type { Basemap, Scene } from './scene.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The credit line as HTML: MapLibre's control writes HTML, and credits are plain text from a configuration file. */
export function creditLine({ attribution }: Pick<Scene, 'attribution'>, basemap: Basemap): string {
  return [escaped(attribution ?? ''), creditOf(basemap)].filter((credit) => credit !== '').join(' · ');
}

function creditOf(basemap: Basemap): string {
  if (basemap.kind === 'overview') return '';
  const credit = escaped(basemap.attribution);
  const page = basemap.kind === 'pmtiles' ? basemap.attributionUrl : undefined;
  return page?.startsWith('https://') ? `<a href="${escaped(page)}" rel="noreferrer">${credit}</a>` : credit;
}
