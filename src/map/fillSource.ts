import type { GeoJSONSource } from 'maplibre-gl';
import type { Scene } from './scene.ts';
import { sizeOf, slicesOf, sourceOf } from './sources.ts';

/** From here a source is filled through a file in memory: copying it to the worker as objects would block the page. */
const LARGE = 4000;
/** Written in well under a frame. */
const SLICE = 2500;

export interface Filling {
  readonly scene: Scene;
  readonly sourceId: string;
  /** Whether these are still the data the source should have. */
  isCurrent(): boolean;
}

/**
 * Gives a source its data. A large one is written slice by slice, with pauses for the user between, into a blob that
 * the worker reads by itself; the page never holds or copies the whole.
 */
export async function fillSource(source: Pick<GeoJSONSource, 'setData'>, filling: Filling): Promise<void> {
  const { scene, sourceId } = filling;
  if (sizeOf(scene, sourceId) <= LARGE) {
    await source.setData(sourceOf(scene, sourceId));
    return;
  }
  const file = await writtenSlices(filling);
  if (!file) return;
  const url = URL.createObjectURL(file);
  try {
    await source.setData(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function writtenSlices({ scene, sourceId, isCurrent }: Filling): Promise<Blob | null> {
  const parts = ['{"type":"FeatureCollection","features":['];
  for (const slice of slicesOf(scene, sourceId, SLICE)) {
    const text = slice.map((feature) => JSON.stringify(feature)).join(',');
    parts.push(parts.length > 1 ? `,${text}` : text);
    await new Promise((resolve) => setTimeout(resolve));
    if (!isCurrent()) return null;
  }
  parts.push(']}');
  return new Blob(parts, { type: 'application/geo+json' });
}
