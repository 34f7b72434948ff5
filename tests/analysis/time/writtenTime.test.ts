import { describe, expect, it } from 'vitest';
import { zoneClock } from '../../../src/analysis/time/localTime.ts';
import { writtenClock, writtenTime } from '../../../src/analysis/time/writtenTime.ts';

const clock = zoneClock('Europe/Stockholm');
const told = (text: string, clockText?: string): [string, string] | undefined => {
  const span = writtenTime(text, clock, clockText);
  return span && [new Date(span.startMs).toISOString(), new Date(span.endMs).toISOString()];
};
const moment = (iso: string): [string, string] => [iso, iso];

describe('what a written time means', () => {
  it.each([
    ['2023-07-14 22.30', '2023-07-14T20:30:00.000Z'],
    ['2023-01-14 22:30', '2023-01-14T21:30:00.000Z'],
    ['2023-01-14T22:30:15', '2023-01-14T21:30:00.000Z'],
    ['14/7 2023 22.30', '2023-07-14T20:30:00.000Z'],
    ['20230714 22.30', '2023-07-14T20:30:00.000Z'],
    ['2023-07-14 kl. 22.30', '2023-07-14T20:30:00.000Z'],
    ['2023-07-14T20:30:00Z', '2023-07-14T20:30:00.000Z'],
    ['2023-07-14T22:30:00+02:00', '2023-07-14T20:30:00.000Z'],
  ])('reads the moment %s by the city’s clock', (text, iso) => expect(told(text)).toEqual(moment(iso)));

  it('reads a date without a clock as the whole local day', () =>
    expect(told('2023-07-14')).toEqual(['2023-07-13T22:00:00.000Z', '2023-07-14T22:00:00.000Z']));
  it('makes the day of the change of clocks an hour shorter', () => {
    const span = writtenTime('2023-03-26', clock);
    expect(((span?.endMs ?? 0) - (span?.startMs ?? 0)) / 3_600_000).toBe(23);
  });
  it('takes a clock from a column of its own', () =>
    expect(told('2023-07-14', '22.30')).toEqual(moment('2023-07-14T20:30:00.000Z')));
  it('takes the first of an hour that exists twice, and goes on where an hour is skipped', () => {
    expect(told('2023-10-29 02:30')).toEqual(moment('2023-10-29T00:30:00.000Z'));
    expect(told('2023-03-26 02:30')).toEqual(moment('2023-03-26T01:00:00.000Z'));
  });
  it.each([
    ['2023-05', '2023-04-30T22:00:00.000Z', '2023-05-31T22:00:00.000Z'],
    ['2023 kv 2', '2023-03-31T22:00:00.000Z', '2023-06-30T22:00:00.000Z'],
    ['2023Q4', '2023-09-30T22:00:00.000Z', '2023-12-31T23:00:00.000Z'],
    ['2023 halvår 1', '2022-12-31T23:00:00.000Z', '2023-06-30T22:00:00.000Z'],
    ['2023', '2022-12-31T23:00:00.000Z', '2023-12-31T23:00:00.000Z'],
  ])('reads %s as all of it', (text, from, to) => expect(told(text)).toEqual([from, to]));
  it.each(['2023-02-30', '2023-13-01', '2023-07-14 25:00', 'i går', '', '2023-13', '2023 kv 5', '14'])(
    'refuses %j',
    (text) => expect(told(text)).toBeUndefined(),
  );
  it('reads clocks as people write them', () => {
    expect(['22.30', 'kl 7:05', '7', '24:00', 'kväll'].map(writtenClock)).toEqual([
      1350,
      425,
      420,
      undefined,
      undefined,
    ]);
  });
});
