/**
 * Question: on which side of the directed line a→b does c lie?
 * Method: the 2×2 determinant in doubles; when its rounding error could change the sign, the same determinant in exact
 *   integers (every double is an integer times a power of two).
 * Source: error bound of the first stage of J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast
 *   Robust Geometric Predicates", 1997.
 * Units: metres in, square metres out (twice the triangle's area; the sign is always exact).
 * Complexity: O(1).
 */
import type { PlanePoint } from './plane.ts';

const EPSILON = 2 ** -53;
/** Shewchuk's ccwerrboundA. */
const ERROR_BOUND = (3 + 16 * EPSILON) * EPSILON;

/** Positive when a, b, c turn left (counter-clockwise), negative when they turn right, 0 exactly when collinear. */
export function orientation(a: PlanePoint, b: PlanePoint, c: PlanePoint): number {
  const left = (a[0] - c[0]) * (b[1] - c[1]);
  const right = (a[1] - c[1]) * (b[0] - c[0]);
  const determinant = left - right;
  if (Math.abs(determinant) > ERROR_BOUND * (Math.abs(left) + Math.abs(right))) return determinant;
  return exactOrientation(a, b, c);
}

const bits = new DataView(new ArrayBuffer(8));

/** The double as mantissa · 2^exponent, both whole numbers. */
function decompose(value: number): [mantissa: bigint, exponent: number] {
  bits.setFloat64(0, value);
  const high = bits.getUint32(0);
  const biased = (high >>> 20) & 0x7ff;
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(bits.getUint32(4));
  const magnitude = biased === 0 ? fraction : fraction | (1n << 52n);
  return [high >>> 31 ? -magnitude : magnitude, Math.max(biased, 1) - 1075];
}

function exactOrientation(a: PlanePoint, b: PlanePoint, c: PlanePoint): number {
  const parts = [a[0], a[1], b[0], b[1], c[0], c[1]].map(decompose);
  const lowest = Math.min(...parts.map(([, exponent]) => exponent));
  const whole = parts.map(([mantissa, exponent]) => mantissa << BigInt(exponent - lowest));
  const [ax = 0n, ay = 0n, bx = 0n, by = 0n, cx = 0n, cy = 0n] = whole;
  const determinant = (ax - cx) * (by - cy) - (ay - cy) * (bx - cx);
  if (determinant === 0n) return 0;
  // The magnitude is lost in rounding anyway; only the sign is promised.
  return determinant > 0n ? Number.MIN_VALUE : -Number.MIN_VALUE;
}
