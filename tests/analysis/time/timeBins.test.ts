import { describe, expect, it } from 'vitest';
import { countsByTime } from '../../../src/analysis/time/aoristic.ts';
import { zoneClock } from '../../../src/analysis/time/localTime.ts';
import { isDark } from '../../../src/analysis/time/sun.ts';
import {
  ALL_TIMES,
  countsByKind,
  maskOf,
  type TimedEvents,
  timeBins,
  weightsUnder,
} from '../../../src/analysis/time/timeBins.ts';
import { reference } from '../hotspots/reference.ts';

const clock = zoneClock('Europe/Stockholm');
const PLACE = [16.55, 59.61] as const;
const eventsOf = (spans: readonly (readonly [number, number])[]): TimedEvents => ({
  startMs: Float64Array.from(spans, ([start]) => start),
  endMs: Float64Array.from(spans, ([, end]) => end),
  lng: Float64Array.of(PLACE[0]),
  lat: Float64Array.of(PLACE[1]),
});
const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
const at = (iso: string): number => Date.parse(iso);

describe('events in bins of hour, weekday, season and darkness', () => {
  // 22.30 to 01.30 in winter time.
  const night = eventsOf([[at('2023-01-14T21:30Z'), at('2023-01-15T00:30Z')]]);

  it('spreads an interval as the reference says', () => {
    const hours = countsByKind('hour', timeBins(night, clock), {
      choice: ALL_TIMES,
      weights: Float64Array.of(1),
    });
    for (const [hour, share] of Object.entries(reference.aoristic['22:30-01:30']))
      expect(hours[Number(hour)]).toBeCloseTo(share as number, 6);
  });

  it('agrees with the plain count by hour on many intervals', () => {
    const spans = Array.from({ length: 300 }, (_, i) => {
      const start = at('2023-01-01T00:00Z') + i * 29.3 * 3_600_000;
      return [start, start + (i % 7) * 3_100_000] as const;
    });
    const bins = timeBins(eventsOf(spans), clock);
    const weights = new Float64Array(300).fill(1);
    for (const kind of ['hour', 'weekday', 'season'] as const) {
      const plain = countsByTime(
        spans.map(([startMs, endMs]) => ({ startMs, endMs })),
        clock,
        { division: kind },
      );
      countsByKind(kind, bins, { choice: ALL_TIMES, weights }).forEach((count, i) => {
        expect(count).toBeCloseTo(plain.weights[i] as number, 4);
      });
    }
  });

  it('parts every event between darkness and light, and no more', () => {
    const spans = Array.from({ length: 200 }, (_, i) => {
      const start = at('2023-01-01T00:00Z') + i * 43 * 3_600_000;
      return [start, start] as const;
    });
    const bins = timeBins(eventsOf(spans), clock);
    const counts = new Float64Array(200).fill(1);
    const dark = weightsUnder(maskOf({ ...ALL_TIMES, darkness: 'dark' }), bins, counts);
    const light = weightsUnder(maskOf({ ...ALL_TIMES, darkness: 'light' }), bins, counts);
    spans.forEach(([start], i) => {
      expect(dark[i]).toBe(isDark(start, PLACE) ? 1 : 0);
      expect((dark[i] as number) + (light[i] as number)).toBe(1);
    });
    expect(total(dark)).toBeGreaterThan(40);
  });

  it('counts no time where none is known, nor where the interval is too long to say anything', () => {
    const bins = timeBins(
      eventsOf([
        [Number.NaN, Number.NaN],
        [0, 40 * 86_400_000],
        [10, 5],
      ]),
      clock,
    );
    expect(bins.unusable).toBe(3);
    expect([...weightsUnder(maskOf(ALL_TIMES), bins, Float64Array.of(1, 1, 1))]).toEqual([0, 0, 0]);
  });

  it('shows in each chart what the other choices leave, its own aside', () => {
    const bins = timeBins(night, clock);
    const choice = { ...ALL_TIMES, hours: [23] };
    const weights = Float64Array.of(6);
    expect(total(countsByKind('hour', bins, { choice, weights }))).toBeCloseTo(6, 5);
    expect(total(countsByKind('weekday', bins, { choice, weights }))).toBeCloseTo(2, 5);
  });
});
