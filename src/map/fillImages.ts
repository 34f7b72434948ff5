import type { ImageSource } from 'maplibre-gl';
import { imageSourceId } from './layers/overlays.ts';
import type { OverlayImage } from './scene.ts';

/** Where pictures are handed over: the part of a map that finds its sources. */
interface ImageSources {
  getSource(id: string): unknown;
}

/** The pixels that each source has now, and the canvas that carries them there. */
interface Held {
  readonly pixels: ImageData;
  readonly canvas: HTMLCanvasElement;
}
const held = new WeakMap<ImageSource, Held>();

/**
 * The pixels on a canvas: the browser multiplies them by their opacity itself, which the map would do in script,
 * several milliseconds for each picture of a drag.
 */
function onCanvas(pixels: ImageData, known: HTMLCanvasElement | undefined): HTMLCanvasElement {
  const canvas = known ?? document.createElement('canvas');
  if (canvas.width !== pixels.width) canvas.width = pixels.width;
  if (canvas.height !== pixels.height) canvas.height = pixels.height;
  canvas.getContext('2d', { willReadFrequently: true })?.putImageData(pixels, 0, 0);
  return canvas;
}

/**
 * Hands pictures that came as pixels to their sources, those that are new since last time.
 * @returns whether any was new
 */
export function fillImages(map: ImageSources, images: readonly OverlayImage[]): boolean {
  let any = false;
  for (const { id, pixels } of images) {
    const source = map.getSource(imageSourceId(id)) as ImageSource | undefined;
    if (pixels === undefined || source === undefined) continue;
    const before = held.get(source);
    if (before?.pixels === pixels) continue;
    const canvas = onCanvas(pixels, before?.canvas);
    held.set(source, { pixels, canvas });
    source.updateImage({ image: canvas });
    any = true;
  }
  return any;
}
