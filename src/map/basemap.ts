import { addProtocol, type StyleSpecification } from 'maplibre-gl';
import { isStyle } from './basemapStyle.ts';
import type { Basemap } from './scene.ts';

/** A basemap that has been looked at and can be drawn. */
export interface ReadyBasemap {
  readonly basemap: Basemap;
  readonly foreign?: StyleSpecification;
}

export const OVERVIEW: ReadyBasemap = { basemap: { kind: 'overview' } };

const REQUEST_LIMIT_MS = 8000;
let protocolAdded = false;

/**
 * Fetches what must be known before a basemap can be drawn.
 * @throws when the archive or style is missing or is not one
 */
export async function readyBasemap(basemap: Basemap): Promise<ReadyBasemap> {
  switch (basemap.kind) {
    case 'overview':
      return OVERVIEW;
    case 'pmtiles':
      return readyArchive(basemap);
    case 'style':
      return { basemap, foreign: await fetchStyle(basemap.url) };
  }
}

/** The reader of tile archives is loaded only when a deployer names one. */
async function readyArchive(basemap: Extract<Basemap, { kind: 'pmtiles' }>): Promise<ReadyBasemap> {
  const { PMTiles, Protocol } = await import('pmtiles');
  const url = new URL(basemap.url, document.baseURI).href;
  const header = await withinLimit(new PMTiles(url).getHeader());
  if (header.numAddressedTiles === 0) throw new Error(`${url}: the archive holds no tiles`);
  if (!protocolAdded) {
    addProtocol('pmtiles', new Protocol().tile);
    protocolAdded = true;
  }
  return { basemap: { ...basemap, url } };
}

async function fetchStyle(address: string): Promise<StyleSpecification> {
  const url = new URL(address, document.baseURI).href;
  const response = await fetch(url, { signal: AbortSignal.timeout(REQUEST_LIMIT_MS) });
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  const style: unknown = await response.json();
  if (!isStyle(style)) throw new Error(`${url}: not a version 8 style`);
  return style;
}

function withinLimit<T>(work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error('the basemap did not answer')), REQUEST_LIMIT_MS),
    ),
  ]);
}
