import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsByDarkness, countsByTime, type TimeSpan } from '../../../src/analysis/time/aoristic.ts';
import { zoneClock } from '../../../src/analysis/time/localTime.ts';
import { reference } from '../hotspots/reference.ts';

const clock = zoneClock('Europe/Stockholm');
const at = (text: string): number => Date.parse(text);
const span = (start: string, end = start): TimeSpan => ({ startMs: at(start), endMs: at(end) });
const byHour = (...spans: TimeSpan[]) => countsByTime(spans, clock, { division: 'hour' });
const total = (weights: Float64Array): number => weights.reduce((sum, w) => sum + w, 0);

describe('the local clock', () => {
  it('knows summer and winter time, with the minute of change', () => {
    expect(clock.localTime(at('2024-01-15T12:00Z'))).toMatchObject({ hour: 13, weekday: 0 });
    expect(clock.localTime(at('2024-07-15T22:30Z'))).toMatchObject({
      day: 16,
      hour: 0,
      minute: 30,
      weekday: 1,
    });
    expect(clock.localTime(at('2024-03-31T00:59:59Z'))).toMatchObject({ hour: 1, minute: 59 });
    expect(clock.localTime(at('2024-03-31T01:00Z'))).toMatchObject({ hour: 3, weekday: 6 });
    expect(clock.localTime(at('2024-10-27T00:59Z'))).toMatchObject({ hour: 2, minute: 59 });
    expect(clock.localTime(at('2024-10-27T01:00Z'))).toMatchObject({ hour: 2, minute: 0 });
  });

  it('says what a wall clock means, also when it means two moments or none', () => {
    const reading = (month: number, day: number, hour: number) =>
      clock.meaningOf({ year: 2024, month, day, hour, minute: 30 });
    expect(reading(7, 1, 12)).toEqual({ kind: 'one', epochMs: at('2024-07-01T10:30Z') });
    expect(reading(3, 31, 1)).toEqual({ kind: 'one', epochMs: at('2024-03-31T00:30Z') });
    expect(reading(3, 31, 2)).toEqual({ kind: 'skipped' });
    expect(reading(10, 27, 2)).toEqual({
      kind: 'ambiguous',
      earlierMs: at('2024-10-27T00:30Z'),
      laterMs: at('2024-10-27T01:30Z'),
    });
  });

  it('reads back every moment it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 365 * 55 }), (minute) => {
        const meaning = clock.meaningOf(clock.localTime(minute * 60_000));
        const moments =
          meaning.kind === 'one'
            ? [meaning.epochMs]
            : meaning.kind === 'ambiguous'
              ? [meaning.earlierMs, meaning.laterMs]
              : [];
        expect(moments).toContain(minute * 60_000);
      }),
    );
  });

  it('works half an hour off as well, and refuses an unknown zone', () => {
    expect(zoneClock('Asia/Kolkata').localTime(at('2024-01-01T00:00Z'))).toMatchObject({
      hour: 5,
      minute: 30,
    });
    expect(() => zoneClock('Nowhere/Land')).toThrow(RangeError);
  });
});

describe('aoristic weights', () => {
  const wanted = reference.aoristic;
  const night = span('2024-01-10T22:30+01:00', '2024-01-11T01:30+01:00');

  it('of one night', () => {
    const { weights } = byHour(night);
    for (const [hour, weight] of Object.entries(wanted['22:30-01:30'] as Record<string, number>))
      expect(weights[Number(hour)]).toBeCloseTo(weight, 12);
  });

  it('of three events, summing to three', () => {
    const { weights, events } = byHour(
      span('2024-01-10T23:00+01:00', '2024-01-11T01:00+01:00'),
      night,
      span('2024-01-10T08:00+01:00', '2024-01-10T18:00+01:00'),
    );
    const sums = wanted['sum_of_[23-01],[22:30-01:30],[08-18]'];
    for (const hour of [0, 1, 22, 23]) expect(weights[hour]).toBeCloseTo(sums[hour], 9);
    for (let hour = 8; hour <= 17; hour++) expect(weights[hour]).toBeCloseTo(sums['8..17'], 12);
    expect(total(weights)).toBeCloseTo(sums.total, 12);
    expect(events).toBe(3);
  });

  it('in spring the skipped hour gets nothing', () => {
    const { weights } = byHour(span('2024-03-31T01:00+01:00', '2024-03-31T04:00+02:00'));
    expect([...weights.slice(0, 5)]).toEqual([0, 0.5, 0, 0.5, 0]);
  });

  it('in autumn the repeated hour gets both', () => {
    const { weights } = byHour(span('2024-10-27T01:00+02:00', '2024-10-27T04:00+01:00'));
    expect([...weights.slice(0, 5)]).toEqual([0, 0.25, 0.5, 0.25, 0]);
  });

  it('sum to the number of events whatever the intervals and the division', () => {
    const spans = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 2 ** 31 }), fc.integer({ min: -3600, max: 20 * 86400 })),
      { maxLength: 8 },
    );
    const division = fc.constantFrom('hour', 'weekday', 'month', 'season', 'weekday-hour' as const);
    fc.assert(
      fc.property(spans, division, (pairs, into) => {
        const events = pairs.map(([start, length]) => ({
          startMs: start * 1000,
          endMs: (start + length) * 1000,
        }));
        const result = countsByTime(events, clock, { division: into });
        expect(total(result.weights)).toBeCloseTo(result.events, 9);
        const unusable = pairs.filter(([, length]) => length < 0 || length > 14 * 86400).length;
        expect(result.unusable).toBe(unusable);
      }),
      { numRuns: 40 },
    );
  });

  it('sorts moments by weekday, month and season', () => {
    const newYear = span('2024-12-31T23:30Z'); // half past midnight on Wednesday 1 January
    const bin = (division: 'weekday' | 'month' | 'season' | 'weekday-hour') =>
      countsByTime([newYear], clock, { division }).weights.indexOf(1);
    expect([bin('weekday'), bin('month'), bin('season'), bin('weekday-hour')]).toEqual([2, 0, 0, 48]);
  });
});

describe('darkness', () => {
  const place = [16.5, 59.6] as const;
  it('counts moments and spreads intervals, and never loses an event', () => {
    const result = countsByDarkness([
      { ...span('2024-12-21T16:00Z'), place },
      { ...span('2024-06-21T10:00Z'), place },
      { ...span('2024-12-21T12:00Z', '2024-12-21T18:00Z'), place },
      { ...span('2024-12-21T12:00Z', '2024-12-20T18:00Z'), place },
    ]);
    expect(result.dark + result.light).toBeCloseTo(3, 12);
    // Civil dusk that day is about 15:37 local, 14:37 UTC: some 3.4 of the six hours are dark.
    expect(result.dark).toBeGreaterThan(1.5);
    expect(result.dark).toBeLessThan(1.62);
    expect(result.unusable).toBe(1);
  });
});
