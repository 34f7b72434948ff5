import type { Basemap, Scene } from './scene.ts';

const SEPARATOR = ' · ';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The credit line as HTML: MapLibre's control writes HTML, and credits are plain text from a configuration file. */
export function creditLine({ attribution }: Pick<Scene, 'attribution'>, basemap: Basemap): string {
  const below = basemap.kind === 'overview' ? undefined : basemap.attribution;
  // what lies around a plan may come from the same extract as the streets below it
  const others = (attribution ?? '').split(SEPARATOR).filter((credit) => credit !== below);
  return [...others.map(escaped), creditOf(basemap)].filter((credit) => credit !== '').join(SEPARATOR);
}

function creditOf(basemap: Basemap): string {
  if (basemap.kind === 'overview') return '';
  const credit = escaped(basemap.attribution);
  const page = basemap.kind === 'pmtiles' ? basemap.attributionUrl : undefined;
  return page?.startsWith('https://') ? `<a href="${escaped(page)}" rel="noreferrer">${credit}</a>` : credit;
}
