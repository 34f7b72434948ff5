/** A repeatable source of uniform numbers in [0, 1): same seed, same numbers, on every machine. */
export type SeededRandom = () => number;

/**
 * mulberry32 (Tommy Ettinger, public domain): 32 bits of state, passes gjrand; ample for permutation tests and
 * made-up data, not for secrets.
 */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A normally distributed number with mean 0 and standard deviation 1 (Box–Muller). */
export function normalFrom(random: SeededRandom): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
