/*
 * Question  How unlikely is a standardised difference under the normal distribution, and which z gives a confidence?
 * Method    Φ by the series and continued fraction of the incomplete gamma function for a = 1/2 (NIST DLMF 7.6.1, 7.9.3);
 *           Φ⁻¹ by Acklam's rational approximation refined by one Halley step. Relative error below 1e-12 for |z| < 8.
 */

/** Complementary error function. */
export function complementaryErrorFunction(x: number): number {
  if (x < 0) return 2 - complementaryErrorFunction(-x);
  if (x < 2.5) return 1 - errorSeries(x);
  // Backward evaluation of the continued fraction; 60 terms are exact to rounding from x = 2.5.
  let fraction = 0;
  for (let k = 60; k >= 1; k--) fraction = k / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}

function errorSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** Φ(z): the probability of a value at most z. */
export function normalCumulative(z: number): number {
  return complementaryErrorFunction(-z / Math.SQRT2) / 2;
}

/** The probability of a value at least as far from zero as z. */
export function twoSidedP(z: number): number {
  return complementaryErrorFunction(Math.abs(z) / Math.SQRT2);
}

const A = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
];
const B = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
];
const C = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];
const horner = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, c) => sum * x + c, 0);

/** Φ⁻¹(p): the z below which a share p of the distribution lies. Throws `RangeError` unless 0 < p < 1. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability lies between 0 and 1, was ${p}.`);
  if (p > 0.5) return -normalQuantile(1 - p);
  let z: number;
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    z = horner(C, q) / horner(D, q);
  } else {
    const q = p - 0.5;
    z = (q * horner(A, q * q)) / horner(B, q * q);
  }
  const error = (normalCumulative(z) - p) * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2);
  return z - error / (1 + (z * error) / 2);
}

/** The z of a two-sided confidence level, 1.96 for 0.95. */
export function confidenceZ(confidence = 0.95): number {
  return normalQuantile(1 - (1 - confidence) / 2);
}
