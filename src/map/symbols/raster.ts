/**
 * Question: how to draw small symbols sharply without a canvas, so that the same code runs in tests and browsers?
 * Method: a shape is a signed distance (negative inside); coverage is the distance clamped to one pixel; source-over.
 * Units: shapes in CSS pixels with the origin at the top left; `ratio` pixels of the image per CSS pixel.
 * Complexity: O(pixels × strokes).
 */

/** Signed distance in CSS pixels from a point to a shape's edge, negative inside. */
export type Shape = (x: number, y: number) => number;

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** RGBA, not premultiplied. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly ratio: number;
}

export interface Ink {
  /** `#RRGGBB` */
  readonly colour: string;
  /** 0 to 1 */
  readonly alpha?: number;
}

/** An empty, transparent raster of a size in CSS pixels. */
export function emptyRaster(widthPixels: number, heightPixels: number, ratio: number): Raster {
  const width = Math.round(widthPixels * ratio);
  const height = Math.round(heightPixels * ratio);
  return { width, height, data: new Uint8ClampedArray(width * height * 4), ratio };
}

/** Paints a shape over what is there (changes `raster`). */
export function paint(raster: Raster, shape: Shape, { colour, alpha = 1 }: Ink): void {
  const { width, height, data, ratio } = raster;
  const rgb = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const distance = shape((column + 0.5) / ratio, (row + 0.5) / ratio) * ratio;
      const over = Math.max(0, Math.min(1, 0.5 - distance)) * alpha;
      if (over === 0) continue;
      const at = (row * width + column) * 4;
      const under = ((data[at + 3] as number) / 255) * (1 - over);
      const sum = over + under;
      for (let channel = 0; channel < 3; channel++)
        data[at + channel] = ((rgb[channel] as number) * over + (data[at + channel] as number) * under) / sum;
      data[at + 3] = sum * 255;
    }
}

export const disc =
  (cx: number, cy: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) - radius;

/** A square with rounded corners, `half` from the middle to a side. */
export const roundedSquare =
  (middle: number, half: number, corner: number): Shape =>
  (x, y) => {
    const dx = Math.abs(x - middle) - half + corner;
    const dy = Math.abs(y - middle) - half + corner;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - corner;
  };

/** A hexagon standing on a point, `radius` from the middle to a side, corners rounded. */
export const hexagon =
  (middle: number, radius: number, corner: number): Shape =>
  (x, y) => {
    const dx = Math.abs(x - middle);
    const dy = Math.abs(y - middle);
    const side = dx * 0.5 + dy * (Math.sqrt(3) / 2);
    return smoothMax(dx, side, corner) - radius;
  };

function smoothMax(a: number, b: number, softness: number): number {
  const blend = Math.max(softness - Math.abs(a - b), 0) / softness;
  return Math.max(a, b) + blend * blend * softness * 0.25;
}

export type Path = readonly (readonly [x: number, y: number])[];

/** A stroke with round caps and joins along a path. */
export const stroke =
  (path: Path, width: number): Shape =>
  (x, y) => {
    let nearest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < path.length; i++) {
      const [ax, ay] = path[Math.max(0, i - 1)] as readonly [number, number];
      const [bx, by] = path[i] as readonly [number, number];
      const dx = bx - ax;
      const dy = by - ay;
      const length2 = dx * dx + dy * dy;
      const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2));
      nearest = Math.min(nearest, Math.hypot(x - ax - t * dx, y - ay - t * dy));
    }
    return nearest - width / 2;
  };

/** A filled polygon; the path closes itself. */
export const filled = (path: Path): Shape => {
  const edge = stroke([...path, path[0] as readonly [number, number]], 0);
  return (x, y) => {
    let inside = false;
    for (let i = 0, j = path.length - 1; i < path.length; j = i++) {
      const [ax, ay] = path[i] as readonly [number, number];
      const [bx, by] = path[j] as readonly [number, number];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
    return inside ? -edge(x, y) : edge(x, y);
  };
};

/** The outline of a shape, `width` wide, centred on its edge. */
export const outline =
  (shape: Shape, width: number): Shape =>
  (x, y) =>
    Math.abs(shape(x, y)) - width / 2;

/** What the first shape covers and the second does not. */
export const without =
  (shape: Shape, hole: Shape): Shape =>
  (x, y) =>
    Math.max(shape(x, y), -hole(x, y));

export const together =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) => {
    let nearest = Number.POSITIVE_INFINITY;
    for (const shape of shapes) nearest = Math.min(nearest, shape(x, y));
    return nearest;
  };

/** Dots along a circle. */
export const dottedCircle =
  (middle: number, radius: number, dots: { readonly count: number; readonly radius: number }): Shape =>
  (x, y) => {
    const step = (2 * Math.PI) / dots.count;
    const angle = Math.round(Math.atan2(y - middle, x - middle) / step) * step;
    return (
      Math.hypot(x - middle - radius * Math.cos(angle), y - middle - radius * Math.sin(angle)) - dots.radius
    );
  };

/** A circular sector with its tip in the middle, opening upwards (north). */
export const wedge =
  (middle: number, radius: number, openingDegrees: number): Shape =>
  (x, y) => {
    const away = Math.hypot(x - middle, y - middle);
    const half = (openingDegrees * Math.PI) / 360;
    const angle = Math.abs(Math.atan2(x - middle, middle - y));
    const side = angle - half >= Math.PI / 2 ? away : away * Math.sin(angle - half);
    return half >= Math.PI ? away - radius : Math.max(away - radius, side);
  };
