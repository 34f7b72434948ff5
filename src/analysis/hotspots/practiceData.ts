/*
 * Question  What can a newcomer try everything on, without a single real event?
 * Method    Made-up events inside a polygon: a few Gaussian gatherings over an even background, more of them in the
 *           evening and at weekends, some known only as an interval. Repeatable by its seed. Every event carries
 *           `madeUp: true`, the set says so in its name's code, and nothing in it is derived from any real record.
 * Units     metres in the city's plane, milliseconds since 1970. O(n).
 */
import type { PlanePoint } from '../../geometry/plane.ts';
import { cellAt, cellsInside, gridOver, type PlanePolygon } from './grid.ts';
import { normalFrom, type SeededRandom, seededRandom } from './seededRandom.ts';

export const PRACTICE_CATEGORIES = ['disturbance', 'damage', 'theft', 'unsafe-feeling'] as const;

/** One made-up event. */
export interface PracticeEvent {
  readonly id: string;
  readonly madeUp: true;
  readonly place: PlanePoint;
  readonly startMs: number;
  /** Equal to the start for a moment. */
  readonly endMs: number;
  readonly category: (typeof PRACTICE_CATEGORIES)[number];
}

/** A practice data set and the truth it was made from, so that a lesson can be checked against it. */
export interface PracticeData {
  readonly kind: 'practice';
  readonly seed: number;
  readonly events: readonly PracticeEvent[];
  readonly gatherings: readonly { readonly centre: PlanePoint; readonly spreadMetres: number }[];
}

export interface PracticeRequest {
  /** One or more polygons in the plane; every event lies inside, to the accuracy of a cell of a 200th of their extent. */
  readonly polygons: readonly PlanePolygon[];
  readonly count: number;
  readonly seed: number;
  /** First moment and end of the period. */
  readonly fromMs: number;
  readonly toMs: number;
}

const GATHERINGS = 4;
const SHARE_GATHERED = 0.6;
const SHARE_INTERVAL = 0.3;
const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;
/** Relative frequency of each UTC hour: quiet mornings, busy evenings. */
const BY_HOUR = [5, 4, 3, 2, 1, 1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7, 8, 9, 10, 10, 9, 8, 6];

/** Made-up events inside the polygons. Throws `RangeError` when the polygons hold no place or the period no time. */
export function practiceData({ polygons, count, seed, fromMs, toMs }: PracticeRequest): PracticeData {
  if (!(toMs > fromMs)) throw new RangeError('The practice period must end after it begins.');
  const random = seededRandom(seed);
  const within = placesWithin(polygons);
  const anywhere = (): PlanePoint => within.anywhere(random);
  const gatherings = Array.from({ length: GATHERINGS }, () => ({
    centre: anywhere(),
    spreadMetres: within.extentMetres * (0.01 + 0.02 * random()),
  }));
  const nearGathering = (): PlanePoint => {
    const { centre, spreadMetres } = gatherings[Math.floor(random() * GATHERINGS)] ?? {
      centre: anywhere(),
      spreadMetres: 0,
    };
    const place: PlanePoint = [
      centre[0] + spreadMetres * normalFrom(random),
      centre[1] + spreadMetres * normalFrom(random),
    ];
    return within.has(place) ? place : centre;
  };
  const events = Array.from({ length: count }, (_, i): PracticeEvent => {
    const place = random() < SHARE_GATHERED ? nearGathering() : anywhere();
    const startMs = someMoment(random, fromMs, toMs);
    const isInterval = random() < SHARE_INTERVAL;
    const endMs = isInterval ? Math.min(toMs, startMs + (1 + 11 * random()) * MS_PER_HOUR) : startMs;
    const category = PRACTICE_CATEGORIES[Math.floor(random() * PRACTICE_CATEGORIES.length)] ?? 'disturbance';
    return { id: `practice-${i + 1}`, madeUp: true, place, startMs, endMs, category };
  });
  return { kind: 'practice', seed, events, gatherings };
}

/** Cells of the polygons to draw from: even over the area whatever its shape, and no rejection that may never end. */
function placesWithin(polygons: readonly PlanePolygon[]) {
  const box = gridOver(polygons, 1);
  const extentMetres = Math.max(box.columns, box.rows);
  const grid = gridOver(polygons, extentMetres / 200);
  const inside = cellsInside(grid, polygons);
  const cells = [...inside.keys()].filter((cell) => inside[cell]);
  if (cells.length === 0) throw new RangeError('The practice polygons hold no place.');
  return {
    extentMetres,
    has: ([east, north]: PlanePoint): boolean => inside[cellAt(grid, east, north)] === 1,
    anywhere: (random: SeededRandom): PlanePoint => {
      const cell = cells[Math.floor(random() * cells.length)] ?? 0;
      return [
        grid.westMetres + ((cell % grid.columns) + random()) * grid.cellMetres,
        grid.southMetres + (Math.floor(cell / grid.columns) + random()) * grid.cellMetres,
      ];
    },
  };
}

/** A moment in the period, drawn to the hours' frequencies and twice as often on Fridays and Saturdays. */
function someMoment(random: SeededRandom, fromMs: number, toMs: number): number {
  for (let attempt = 0; attempt < 200; attempt++) {
    const moment = fromMs + random() * (toMs - fromMs);
    const day = (Math.floor(moment / MS_PER_DAY) + 4) % 7; // 1970-01-01 was a Thursday; 0 is Sunday
    const hour = Math.floor((moment % MS_PER_DAY) / MS_PER_HOUR);
    const weight = (BY_HOUR[hour] ?? 1) * (day === 5 || day === 6 ? 2 : 1);
    if (random() * 20 < weight) return Math.floor(moment);
  }
  return fromMs;
}
