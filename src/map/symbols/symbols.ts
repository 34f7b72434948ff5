import type { Accuracy } from '../../domain/provenance.ts';
import { PALETTES } from '../palette.ts';
import type { Flavour } from '../scene.ts';
import { pictogramOf } from './pictograms.ts';
import {
  disc,
  dottedCircle,
  emptyRaster,
  hexagon,
  outline,
  paint,
  type Raster,
  roundedSquare,
  type Shape,
  stroke,
  together,
  wedge,
} from './raster.ts';

/** How a symbol looks; the map asks for images by an id that says all of it. */
export interface SymbolLook {
  readonly shape: 'place' | 'light' | 'camera' | 'camera-wedge' | 'council' | 'hatch' | 'marker' | 'ties';
  /** A place's category, a wedge's opening in degrees; `plain` where the shape has no variants. */
  readonly variant: string;
  readonly accuracy: Accuracy;
  /** `#RRGGBB` */
  readonly colour: string;
  readonly flavour: Flavour;
}

/** The image id of a look, for example `place/museum/surveyed/#9A3F7C/light`. */
export function symbolId({ shape, variant, accuracy, colour, flavour }: SymbolLook): string {
  return [shape, variant, accuracy, colour, flavour].join('/');
}

const SIDE = 32;
const MIDDLE = SIDE / 2;
/** Perpendicular distance between hatch lines is this over √2. */
const HATCH_SIDE = 16;

/** Draws the symbol an id asks for, or null when the id is not one of ours. */
export function symbolOf(id: string, ratio: number): Raster | null {
  const [shape = '', variant = '', accuracy = '', colour = '', flavour = ''] = id.split('/');
  const palette = flavour === 'light' || flavour === 'night' ? PALETTES[flavour] : undefined;
  if (!palette || !/^#[0-9A-Fa-f]{6}$/.test(colour)) return null;
  const inks: Inks = {
    colour,
    paper: palette.panel,
    ink: palette.ink,
    illustrative: accuracy === 'illustrative',
  };
  switch (shape as SymbolLook['shape']) {
    case 'place':
      return place(variant, inks, ratio);
    case 'light':
      return light(inks, ratio);
    case 'camera':
      return camera(inks, ratio);
    case 'camera-wedge':
      return cameraWedge(Number(variant), inks, ratio);
    case 'council':
      return council(inks, ratio);
    case 'hatch':
      return hatch(inks, ratio);
    case 'ties':
      return ties(inks, ratio);
    case 'marker':
      return marker(inks, ratio);
    default:
      return null;
  }
}

/** Where a map keeps its images. */
interface ImageStore {
  hasImage(id: string): boolean;
  addImage(id: string, image: Raster, options: { pixelRatio: number }): unknown;
}

/** Draws whatever symbol a map misses, sharp enough for its screen. Ids that are not ours stay missing. */
export function symbolResolver(images: ImageStore, devicePixelRatio: number): (id: string) => void {
  const ratio = Math.min(3, Math.max(1, Math.ceil(devicePixelRatio)));
  return (id) => {
    const symbol = images.hasImage(id) ? null : symbolOf(id, ratio);
    if (symbol) images.addImage(id, symbol, { pixelRatio: ratio });
  };
}

interface Inks {
  readonly colour: string;
  readonly paper: string;
  readonly ink: string;
  readonly illustrative: boolean;
}

/** A rounded square with a pictogram; hollow when it is only an illustration. */
function place(category: string, { colour, paper, illustrative }: Inks, ratio: number): Raster {
  const raster = emptyRaster(SIDE, SIDE, ratio);
  paint(raster, roundedSquare(MIDDLE, 14.5, 7), { colour: paper });
  paint(raster, roundedSquare(MIDDLE, 13, 6), { colour });
  if (illustrative) paint(raster, roundedSquare(MIDDLE, 11, 4.5), { colour: paper });
  const scale = 18 / 24;
  const pictogram = pictogramOf(category);
  const centred: Shape = (x, y) => pictogram((x - MIDDLE) / scale + 12, (y - MIDDLE) / scale + 12) * scale;
  paint(raster, centred, { colour: illustrative ? colour : paper });
  return raster;
}

/** A small disc with a halo; an illustrative one is an open ring of dots. */
function light({ colour, paper, illustrative }: Inks, ratio: number): Raster {
  const raster = emptyRaster(SIDE, SIDE, ratio);
  paint(raster, disc(MIDDLE, MIDDLE, 12), { colour, alpha: 0.16 });
  if (illustrative) {
    paint(raster, disc(MIDDLE, MIDDLE, 7.6), { colour: paper });
    paint(raster, dottedCircle(MIDDLE, 6.2, { count: 12, radius: 1.05 }), { colour });
    paint(raster, disc(MIDDLE, MIDDLE, 2.6), { colour });
  } else {
    paint(raster, disc(MIDDLE, MIDDLE, 7.5), { colour: paper });
    paint(raster, disc(MIDDLE, MIDDLE, 6), { colour });
  }
  return raster;
}

/** A disc with a lens. */
function camera({ colour, paper, illustrative }: Inks, ratio: number): Raster {
  const raster = emptyRaster(SIDE, SIDE, ratio);
  paint(raster, disc(MIDDLE, MIDDLE, 13), { colour: paper });
  if (illustrative) paint(raster, dottedCircle(MIDDLE, 11, { count: 18, radius: 1.15 }), { colour });
  else paint(raster, disc(MIDDLE, MIDDLE, 11.5), { colour });
  const inner = illustrative ? colour : paper;
  paint(raster, outline(disc(MIDDLE, MIDDLE, 5), 2.2), { colour: inner });
  paint(raster, disc(MIDDLE, MIDDLE, 1.8), { colour: inner });
  return raster;
}

/** Where a camera looks, before the map is close enough to draw its true reach. */
function cameraWedge(openingDegrees: number, { colour }: Inks, ratio: number): Raster {
  const side = 72;
  const raster = emptyRaster(side, side, ratio);
  const opening = wedge(side / 2, 33, Math.max(20, Math.min(360, openingDegrees || 60)));
  paint(raster, opening, { colour, alpha: 0.22 });
  paint(raster, outline(opening, 1.25), { colour, alpha: 0.8 });
  return raster;
}

/** A soft hexagon, coarse on purpose. */
function council({ colour, paper }: Inks, ratio: number): Raster {
  const raster = emptyRaster(SIDE, SIDE, ratio);
  paint(raster, hexagon(MIDDLE, 13.5, 5), { colour: paper });
  paint(raster, hexagon(MIDDLE, 12, 5), { colour, alpha: 0.35 });
  paint(raster, outline(hexagon(MIDDLE, 12, 5), 1.75), { colour });
  return raster;
}

/** Sparse diagonal lines that join up when the square is repeated. */
function hatch({ colour }: Inks, ratio: number): Raster {
  const raster = emptyRaster(HATCH_SIDE, HATCH_SIDE, ratio);
  const lines: Shape = (x, y) => {
    const along = (((x + y) % HATCH_SIDE) + HATCH_SIDE) % HATCH_SIDE;
    return Math.abs(along - HATCH_SIDE / 2) / Math.SQRT2 - 0.42;
  };
  paint(raster, lines, { colour, alpha: 0.6 });
  return raster;
}

/** One sleeper across the track, repeated along it. */
function ties({ colour }: Inks, ratio: number): Raster {
  const raster = emptyRaster(10, 7, ratio);
  paint(
    raster,
    stroke(
      [
        [5, 0.5],
        [5, 6.5],
      ],
      1.1,
    ),
    { colour },
  );
  return raster;
}

/** A pin: the point the user asked about. */
function marker({ colour, paper }: Inks, ratio: number): Raster {
  const raster = emptyRaster(SIDE, SIDE + 8, ratio);
  const drop = together(disc(16, 14, 11), wedgeDown(16, 38));
  paint(raster, (x, y) => drop(x, y) - 1.5, { colour: paper });
  paint(raster, drop, { colour });
  paint(raster, disc(16, 14, 4.2), { colour: paper });
  return raster;
}

/** The tail of a drop, from the disc's flanks to its tip. */
function wedgeDown(x: number, tip: number): Shape {
  const flank: Shape = (px, py) => {
    const share = (py - 14) / (tip - 14);
    return Math.max(Math.abs(px - x) - 10.2 * (1 - share), 14 - py, py - tip);
  };
  return flank;
}
