import type { GeoJSONSource, SourceSpecification } from 'maplibre-gl';
import type { Scene } from './scene.ts';
import { sizeOf, slicesOf, sourceIdsOf, sourceOf } from './sources.ts';

/** From here a source is filled slice by slice: copying it to the worker in one go would block the page. */
const LARGE = 5_000;
/** Copied to the worker in some tens of milliseconds; smaller slices would have the worker cut its tiles more often. */
const SLICE = 5_000;

export interface Filling {
  readonly scene: Scene;
  readonly sourceId: string;
  /** Whether these are still the data the source should have. */
  isCurrent(): boolean;
}

/**
 * Gives a source its data. A large one gets it slice by slice, each after the one before has been drawn, so that
 * the page answers in between; its features must carry ids.
 */
export async function fillSource(
  source: Pick<GeoJSONSource, 'setData' | 'updateData'>,
  { scene, sourceId, isCurrent }: Filling,
): Promise<void> {
  if (sizeOf(scene, sourceId) <= LARGE) {
    await source.setData(sourceOf(scene, sourceId));
    return;
  }
  let begun = false;
  for (const features of slicesOf(scene, sourceId, SLICE)) {
    if (!isCurrent()) return;
    if (begun) await source.updateData({ add: [...features] });
    else await source.setData({ type: 'FeatureCollection', features: [...features] });
    begun = true;
  }
}

type Sources = Readonly<Record<string, SourceSpecification>>;

/** A style's sources with the scene's data in them, and which ones; a large one stays empty and is filled by slices. */
export function filledSources(
  sources: Sources,
  scene: Scene,
): { readonly sources: Record<string, SourceSpecification>; readonly filled: readonly string[] } {
  const filled = sourceIdsOf(scene).filter((id) => sizeOf(scene, id) <= LARGE);
  const withData = filled.flatMap((id): [string, SourceSpecification][] => {
    const source = sources[id];
    return source?.type === 'geojson' ? [[id, { ...source, data: sourceOf(scene, id) }]] : [];
  });
  return { sources: { ...sources, ...Object.fromEntries(withData) }, filled: withData.map(([id]) => id) };
}
