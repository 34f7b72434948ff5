// @ts-nocheck -- AssemblyScript, not TypeScript: compiled by asc (see footprintBytes.ts), never bundled.
/**
 * Question: what light does one lamp throw on a row of cells, four cells at a time?
 * Method: that of `../footprint.ts` in single precision SIMD. The table is laid out by the host as one v128 per
 * (azimuth, vertical): the four corners of its bilinear panel, so that a lane costs one load.
 * Units: metres, lx. Memory: parameters at 0, table at TABLE, the row at the address given.
 */

const TABLE: usize = 1024;
const HALF_PI: f32 = 1.5707963267948966;
// biome-ignore lint/suspicious/noApproximativeNumericConstant: Math.PI is an f64 here.
const PI: f32 = 3.141592653589793;
const TAN_22_5: f32 = 0.41421356237309503;

function atan2x4(y: v128, x: v128): v128 {
  const ax = f32x4.abs(x);
  const ay = f32x4.abs(y);
  const large = f32x4.max(f32x4.max(ax, ay), f32x4.splat(1e-30));
  const small = f32x4.min(ax, ay);
  const steep = f32x4.gt(small, f32x4.mul(large, f32x4.splat(TAN_22_5)));
  const s = f32x4.div(
    v128.bitselect(f32x4.sub(small, large), small, steep),
    v128.bitselect(f32x4.add(small, large), large, steep),
  );
  const u = f32x4.mul(s, s);
  let odd = f32x4.add(f32x4.splat(-0.1385147842680248), f32x4.mul(u, f32x4.splat(0.0798496291116879)));
  odd = f32x4.add(f32x4.splat(0.1997440478587613), f32x4.mul(u, odd));
  odd = f32x4.add(f32x4.splat(-0.33332796935195436), f32x4.mul(u, odd));
  odd = f32x4.add(f32x4.splat(0.9999999818725109), f32x4.mul(u, odd));
  let r = f32x4.add(f32x4.mul(s, odd), v128.and(steep, f32x4.splat(PI / 4)));
  r = v128.bitselect(f32x4.sub(f32x4.splat(HALF_PI), r), r, f32x4.gt(ay, ax));
  r = v128.bitselect(f32x4.sub(f32x4.splat(PI), r), r, f32x4.lt(x, f32x4.splat(0)));
  return v128.bitselect(f32x4.neg(r), r, f32x4.lt(y, f32x4.splat(0)));
}

/** A parameter the host wrote. */
function param(index: usize): v128 {
  return v128.load32_splat(index << 2);
}

/** Bilinear candelas per kilolumen at (azimuth, vertical) given in table steps. */
function candelasAt(azimuth: v128, vertical: v128): v128 {
  const verticals = load<i32>(60);
  const lastPanel = i32x4.splat(verticals - 2);
  const lastPlane = i32x4.splat(load<i32>(64) - 1);
  const c = i32x4.max_s(i32x4.min_s(i32x4.trunc_sat_f32x4_s(azimuth), lastPlane), i32x4.splat(0));
  const g = i32x4.max_s(i32x4.min_s(i32x4.trunc_sat_f32x4_s(vertical), lastPanel), i32x4.splat(0));
  const u = f32x4.sub(azimuth, f32x4.convert_i32x4_s(c));
  const t = f32x4.sub(vertical, f32x4.convert_i32x4_s(g));
  const at = i32x4.shl(i32x4.add(i32x4.mul(c, i32x4.splat(verticals)), g), 4);
  const p0 = v128.load(TABLE + i32x4.extract_lane(at, 0));
  const p1 = v128.load(TABLE + i32x4.extract_lane(at, 1));
  const p2 = v128.load(TABLE + i32x4.extract_lane(at, 2));
  const p3 = v128.load(TABLE + i32x4.extract_lane(at, 3));
  // Corners of four panels, turned so that each vector holds one corner of all four cells.
  const e0 = v128.shuffle<f32>(p0, p1, 0, 4, 1, 5);
  const e1 = v128.shuffle<f32>(p2, p3, 0, 4, 1, 5);
  const e2 = v128.shuffle<f32>(p0, p1, 2, 6, 3, 7);
  const e3 = v128.shuffle<f32>(p2, p3, 2, 6, 3, 7);
  const low0 = v128.shuffle<f32>(e0, e1, 0, 1, 4, 5);
  const low1 = v128.shuffle<f32>(e0, e1, 2, 3, 6, 7);
  const high0 = v128.shuffle<f32>(e2, e3, 0, 1, 4, 5);
  const high1 = v128.shuffle<f32>(e2, e3, 2, 3, 6, 7);
  const low = f32x4.add(low0, f32x4.mul(f32x4.sub(low1, low0), t));
  const high = f32x4.add(high0, f32x4.mul(f32x4.sub(high1, high0), t));
  return f32x4.add(low, f32x4.mul(f32x4.sub(high, low), u));
}

/** Writes `count` cells (rounded up to four) from `out` on: the first at `east`, all at `north` of the lamp. */
export function row(out: usize, east: f32, north: f32, count: i32): void {
  const step = load<f32>(0);
  const h = param(1);
  const strength = param(2);
  const y = f32x4.splat(north);
  const a0 = f32x4.sub(f32x4.mul(y, param(4)), f32x4.mul(h, param(5)));
  const b0 = f32x4.sub(f32x4.mul(y, param(7)), f32x4.mul(h, param(8)));
  const n0 = f32x4.sub(f32x4.mul(y, param(10)), f32x4.mul(h, param(11)));
  const fixed = f32x4.add(f32x4.mul(y, y), f32x4.mul(h, h));
  const perAzimuth = param(12);
  const perVertical = param(13);
  const firstVertical = param(14);
  const lastVertical = f32x4.splat(<f32>(load<i32>(60) - 1));
  const turn = f32x4.splat(<f32>load<i32>(64));
  const zero = f32x4.splat(0);
  const lanes = f32x4(0, 1, 2, 3);
  for (let i = 0; i < count; i += 4) {
    const x = f32x4.add(
      f32x4.splat(east),
      f32x4.mul(f32x4.add(f32x4.splat(<f32>i), lanes), f32x4.splat(step)),
    );
    const a = f32x4.add(a0, f32x4.mul(x, param(3)));
    const b = f32x4.add(b0, f32x4.mul(x, param(6)));
    const n = f32x4.add(n0, f32x4.mul(x, param(9)));
    const rho = f32x4.sqrt(f32x4.add(f32x4.mul(a, a), f32x4.mul(b, b)));
    const vertical = f32x4.sub(f32x4.mul(atan2x4(rho, n), perVertical), firstVertical);
    const lit = v128.and(f32x4.ge(vertical, zero), f32x4.le(vertical, lastVertical));
    let azimuth = f32x4.mul(atan2x4(b, a), perAzimuth);
    azimuth = f32x4.add(azimuth, v128.and(f32x4.lt(azimuth, zero), turn));
    const candelas = candelasAt(azimuth, vertical);
    const squared = f32x4.add(fixed, f32x4.mul(x, x));
    const lux = f32x4.div(f32x4.mul(strength, candelas), f32x4.mul(squared, f32x4.sqrt(squared)));
    v128.store(out + ((<usize>i) << 2), v128.and(lux, lit));
  }
}
