import type { ImageSource } from 'maplibre-gl';
import { imageSourceId } from './layers/overlays.ts';
import type { OverlayImage } from './scene.ts';

/** Where pictures are handed over: the part of a map that finds its sources. */
interface ImageSources {
  getSource(id: string): unknown;
}

/** The pixels that each source has now. */
const held = new WeakMap<ImageSource, ImageData>();

/**
 * Hands pictures that came as pixels to their sources, those that are new since last time.
 * @returns whether any was new
 */
export function fillImages(map: ImageSources, images: readonly OverlayImage[]): boolean {
  let any = false;
  for (const { id, pixels } of images) {
    const source = map.getSource(imageSourceId(id)) as ImageSource | undefined;
    if (pixels === undefined || source === undefined || held.get(source) === pixels) continue;
    held.set(source, pixels);
    source.updateImage({ image: pixels });
    any = true;
  }
  return any;
}
