/*
 * Question  How often would chance alone give a sum around this place as high as the one seen?
 * Method    Conditional permutation: the place keeps its value, the others are dealt out anew R times;
 *           p = (number at least as extreme + 1) / (R + 1). Two-sided is twice the smaller tail, at most 1.
 * Source    Anselin (1995), Geographical Analysis 27:93–115. Needed where counts are small and z is not normal.
 * Units     probabilities; their own Monte Carlo error is about √(p(1−p)/R). O(R · pairs). Repeatable by its seed.
 */
import { checkpoint, type Watcher } from './interruption.ts';
import type { Neighbours } from './neighbours.ts';
import { type SeededRandom, seededRandom } from './seededRandom.ts';

export interface PermutationRequest {
  readonly values: Float64Array;
  readonly neighbours: Neighbours;
  readonly permutations: number;
  readonly seed: number;
  readonly alternative: 'greater' | 'less' | 'two-sided';
}

/** p of each place's weighted neighbour sum (the statistic behind Gi, Gi* and local Moran's I). */
export function permutationP(request: PermutationRequest, watcher?: Watcher): Float64Array {
  const { values, permutations, alternative } = request;
  const n = values.length;
  const random = seededRandom(request.seed);
  const deck = deckOf(n);
  const result = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (i % 64 === 0) checkpoint(watcher, i / n);
    const tails = tailCounts(request, { place: i, deck, random });
    if (tails === undefined) {
      result[i] = Number.NaN;
      continue;
    }
    const greater = (tails.atLeast + 1) / (permutations + 1);
    const less = (tails.atMost + 1) / (permutations + 1);
    const twoSided = Math.min(1, 2 * Math.min(greater, less));
    result[i] = alternative === 'greater' ? greater : alternative === 'less' ? less : twoSided;
  }
  checkpoint(watcher, 1);
  return result;
}

/** All places in some order, and where in that order each one lies: any place comes to the front in one swap. */
interface Deck {
  readonly places: Int32Array;
  readonly positions: Int32Array;
}

function deckOf(count: number): Deck {
  const places = Int32Array.from({ length: count }, (_, i) => i);
  return { places, positions: Int32Array.from(places) };
}

/** Swaps two positions of the deck and answers which place now lies at the first. */
function swap({ places, positions }: Deck, here: number, there: number): number {
  const a = places[here] as number;
  const b = places[there] as number;
  places[here] = b;
  places[there] = a;
  positions[b] = here;
  positions[a] = there;
  return b;
}

interface Draw {
  readonly place: number;
  readonly deck: Deck;
  readonly random: SeededRandom;
}

function tailCounts(
  { values, neighbours, permutations }: PermutationRequest,
  { place, deck, random }: Draw,
): { atLeast: number; atMost: number } | undefined {
  const others: number[] = [];
  let observed = 0;
  for (let k = neighbours.from[place] as number; k < (neighbours.from[place + 1] as number); k++) {
    if (neighbours.to[k] === place) continue; // its own share is the same in every deal
    others.push(neighbours.weight[k] as number);
    observed += (neighbours.weight[k] as number) * (values[neighbours.to[k] as number] as number);
  }
  if (others.length === 0) return undefined;
  swap(deck, 0, deck.positions[place] as number);
  // Sums are taken in another order than the observed one: equal sums must count as equal.
  const tolerance = 1e-12 * Math.max(1, Math.abs(observed));
  let [atLeast, atMost] = [0, 0];
  for (let deal = 0; deal < permutations; deal++) {
    let sum = 0;
    for (let k = 0; k < others.length; k++) {
      // Fisher–Yates, only as far as needed; a shuffled deck is as good a start as any.
      const there = k + 1 + Math.floor(random() * (values.length - k - 1));
      sum += (others[k] as number) * (values[swap(deck, k + 1, there)] as number);
    }
    if (sum >= observed - tolerance) atLeast++;
    if (sum <= observed + tolerance) atMost++;
  }
  return { atLeast, atMost };
}
