/**
 * Question: which colour stands for how much light?
 * Method: fixed colours at fixed amounts, straight between them on a logarithmic scale (as the eye judges light), kept in a
 *   table of 64 steps for each doubling, found by the leading bits of the amount. The legend reads the same stops. By night brighter is lighter; on the light map, where
 *   white would vanish, brighter is deeper. Units: lx.
 */
import { type LightTile, TILE_CELLS } from './tiledLight.ts';

/** Amount, colour and opacity (0–255). */
export interface GlowStop {
  readonly lux: number;
  readonly colour: readonly [red: number, green: number, blue: number];
  readonly opacity: number;
}

export const GLOW: Readonly<Record<'light' | 'night', readonly GlowStop[]>> = {
  night: [
    { lux: 0.1, colour: [96, 52, 20], opacity: 0 },
    { lux: 0.5, colour: [138, 74, 22], opacity: 110 },
    { lux: 1, colour: [186, 104, 28], opacity: 145 },
    { lux: 2, colour: [222, 138, 40], opacity: 165 },
    { lux: 5, colour: [243, 184, 74], opacity: 180 },
    { lux: 10, colour: [252, 217, 132], opacity: 195 },
    { lux: 20, colour: [255, 237, 186], opacity: 205 },
    { lux: 50, colour: [255, 250, 236], opacity: 215 },
  ],
  light: [
    { lux: 0.1, colour: [255, 236, 150], opacity: 0 },
    { lux: 0.5, colour: [255, 228, 130], opacity: 120 },
    { lux: 1, colour: [252, 210, 92], opacity: 150 },
    { lux: 2, colour: [246, 184, 58], opacity: 160 },
    { lux: 5, colour: [232, 146, 34], opacity: 165 },
    { lux: 10, colour: [207, 108, 20], opacity: 170 },
    { lux: 20, colour: [168, 74, 12], opacity: 175 },
    { lux: 50, colour: [112, 42, 8], opacity: 180 },
  ],
};

/** The bits of a single-precision number that are dropped: its exponent and six bits of its fraction are left. */
const DROPPED_BITS = 17;
const number = new Float32Array(1);
const bits = new Int32Array(number.buffer);

const stepOf = (lux: number): number => {
  number[0] = lux;
  return (bits[0] as number) >> DROPPED_BITS;
};
const luxOf = (step: number): number => {
  bits[0] = step << DROPPED_BITS;
  return number[0] as number;
};
const FIRST_STEP = stepOf(0.1);
const STEPS = stepOf(50) - FIRST_STEP + 1;

function colourAt(stops: readonly GlowStop[], logLux: number): number[] {
  const after = stops.findIndex(({ lux }) => Math.log2(lux) >= logLux - 1e-9);
  const high = stops[after < 0 ? stops.length - 1 : after] as GlowStop;
  const low = stops[Math.max(0, (after < 0 ? stops.length : after) - 1)] as GlowStop;
  const span = Math.log2(high.lux) - Math.log2(low.lux);
  const share = span > 0 ? Math.min(1, Math.max(0, (logLux - Math.log2(low.lux)) / span)) : 1;
  const between = (from: number, to: number): number => Math.round(from + (to - from) * share);
  return [
    ...low.colour.map((from, i) => between(from, high.colour[i] as number)),
    between(low.opacity, high.opacity),
  ];
}

/** Four bytes each, as the machine lays them. */
function rampOf(stops: readonly GlowStop[]): Uint32Array {
  const bytes = new Uint8Array(4 * STEPS);
  for (let i = 0; i < STEPS; i += 1) bytes.set(colourAt(stops, Math.log2(luxOf(FIRST_STEP + i))), 4 * i);
  return new Uint32Array(bytes.buffer);
}

const RAMPS = { light: rampOf(GLOW.light), night: rampOf(GLOW.night) };

/** The picture of one square: RGBA, row by row from the north. O(cells). */
export function glowPixels(
  { raster }: Pick<LightTile, 'raster'>,
  flavour: 'light' | 'night',
): Uint8ClampedArray<ArrayBuffer> {
  const ramp = RAMPS[flavour];
  const { lux, grid } = raster;
  const luxBits = new Int32Array(lux.buffer, lux.byteOffset, lux.length);
  const pixels = new Uint32Array(TILE_CELLS * TILE_CELLS);
  for (let row = 0; row < TILE_CELLS; row += 1) {
    const from = row * grid.columns;
    const to = (TILE_CELLS - 1 - row) * TILE_CELLS;
    for (let column = 0; column < TILE_CELLS; column += 1) {
      const step = ((luxBits[from + column] as number) >> DROPPED_BITS) - FIRST_STEP;
      if (step > 0) pixels[to + column] = ramp[step < STEPS ? step : STEPS - 1] as number;
    }
  }
  return new Uint8ClampedArray(pixels.buffer);
}
