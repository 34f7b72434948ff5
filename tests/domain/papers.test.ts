import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  decisionsOf,
  lastHeard,
  type Thread,
  type ThreadEntry,
  ThreadSchema,
  type Threads,
  threadState,
  withThreadEntry,
} from '../../src/domain/discussion.ts';
import { canonicalJson, currentOf, historyOf, mergedPapers } from '../../src/domain/entry.ts';
import { draftsOf, EvaluationSchema, frozenDesigns } from '../../src/domain/evaluation.ts';
import {
  actionState,
  type CouncilPlace,
  CouncilPlaceSchema,
  ledgerRow,
  type PlaceEntry,
  placeEntries,
  withPlaceEntry,
} from '../../src/domain/hotspot.ts';

const by = (id: string, day: number, replaces?: string[]) => ({
  id,
  at: `2026-01-${String(day).padStart(2, '0')}T10:00:00Z`,
  author: 'Kim',
  ...(replaces ? { replaces } : {}),
});
const aThread = (...entries: ThreadEntry[]): Thread =>
  entries.reduce(withThreadEntry, {
    id: 't1',
    pin: { kind: 'place', placeId: 'p1' },
    title: 'The underpass',
    openedAt: '2026-01-01T10:00:00Z',
    openedBy: 'Kim',
    entries: {},
  } as Thread);
const aPlace = (...entries: PlaceEntry[]): CouncilPlace =>
  entries.reduce(withPlaceEntry, {
    id: 'p1',
    createdAt: '2026-01-01T10:00:00Z',
    createdBy: 'Kim',
    origin: { kind: 'drawn' },
    entries: {},
  } as CouncilPlace);

describe('a thread', () => {
  const post: ThreadEntry = { ...by('a', 2), kind: 'post', text: 'It is dark' };
  const resolve: ThreadEntry = { ...by('b', 3), kind: 'resolve' };
  const reopen: ThreadEntry = { ...by('c', 4), kind: 'reopen', text: 'Still dark' };
  const decide: ThreadEntry = {
    ...by('d', 5),
    kind: 'decide',
    decision: 'Two lights more',
    date: '2026-01-05',
    motive: 'Walk in November',
  };

  it('is open, resolved and open again', () => {
    expect(threadState(aThread(post))).toBe('open');
    expect(threadState(aThread(resolve, post))).toBe('resolved');
    expect(threadState(aThread(reopen, resolve, post))).toBe('open');
    expect(lastHeard(aThread(reopen, post))).toBe(reopen.at);
  });
  it('keeps decisions with date, motive and name, and the history of corrected ones', () => {
    const corrected: ThreadEntry = { ...decide, ...by('e', 6, ['d']), decision: 'Three lights more' };
    const thread = aThread(decide, corrected);
    expect(decisionsOf(thread)).toEqual([corrected]);
    expect(historyOf(thread.entries)).toEqual([decide, corrected]);
  });
  it('can take a word back', () => {
    const thread = aThread(resolve, { ...by('w', 6, ['b']), kind: 'withdraw' } as ThreadEntry);
    expect(threadState(thread)).toBe('open');
  });
  it('passes its schema, and a decision without a motive does not', () => {
    const thread = aThread(post, resolve, reopen, decide);
    expect(v.parse(ThreadSchema, JSON.parse(JSON.stringify(thread)))).toEqual(thread);
    const bare = aThread({ ...decide, motive: ' ' } as ThreadEntry);
    expect(v.safeParse(ThreadSchema, bare).success).toBe(false);
  });
});

describe('two copies', () => {
  const entry = fc
    .record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      day: fc.integer({ min: 1, max: 28 }),
      kind: fc.constantFrom('resolve' as const, 'reopen' as const),
      replaces: fc.option(fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }), { nil: undefined }),
    })
    .map(({ id, day, kind, replaces }): ThreadEntry => ({ ...by(id, day, replaces), kind }));
  const copy = fc
    .dictionary(
      fc.constantFrom('t1', 't2'),
      fc.tuple(fc.constantFrom('Dark', 'Light'), fc.array(entry, { maxLength: 5 })),
    )
    .map(
      (threads): Threads =>
        Object.fromEntries(
          Object.entries(threads).map(([id, [title, entries]]) => [
            id,
            { ...aThread(...entries), id, title },
          ]),
        ),
    );

  it('merge to the same in any order, once or again, with every entry of both', () => {
    fc.assert(
      fc.property(copy, copy, copy, (a, b, c) => {
        const ab = mergedPapers(a, b);
        expect(canonicalJson(ab)).toBe(canonicalJson(mergedPapers(b, a)));
        expect(JSON.stringify(mergedPapers(ab, c))).toBe(JSON.stringify(mergedPapers(a, mergedPapers(b, c))));
        expect(mergedPapers(ab, b)).toEqual(ab);
        for (const one of [a, b])
          for (const [id, thread] of Object.entries(one))
            expect(Object.keys(ab[id]!.entries)).toEqual(expect.arrayContaining(Object.keys(thread.entries)));
      }),
    );
  });

  it('keep both corrections of one thing until one replaces both', () => {
    const start = aPlace({ ...by('n1', 2), kind: 'name', text: 'Tunnel' });
    const mine = withPlaceEntry(start, { ...by('n2', 3, ['n1']), kind: 'name', text: 'West tunnel' });
    const theirs = withPlaceEntry(start, { ...by('n3', 4, ['n1']), kind: 'name', text: 'Station tunnel' });
    const merged = mergedPapers({ p1: mine }, { p1: theirs }).p1!;
    expect(placeEntries(merged, 'name').map(({ text }) => text)).toEqual(['West tunnel', 'Station tunnel']);
    const agreed = withPlaceEntry(merged, {
      ...by('n4', 5, ['n2', 'n3']),
      kind: 'name',
      text: 'Tunnel, west',
    });
    expect(placeEntries(agreed, 'name').map(({ text }) => text)).toEqual(['Tunnel, west']);
    expect(currentOf(agreed.entries)).toHaveLength(1);
  });
});

describe("a place's chain", () => {
  const problem: PlaceEntry = { ...by('q', 2), kind: 'problem', text: 'Robberies' };
  const action: PlaceEntry = {
    ...by('x', 3),
    kind: 'action',
    text: 'Cut the bushes',
    causeIds: [],
    dueDate: '2026-03-01',
  };
  const result = (actionId: string, done: 'done' | 'partly' | 'cancelled'): PlaceEntry => ({
    ...by('r', 9),
    kind: 'result',
    actionId,
    date: '2026-02-20',
    text: 'As said',
    done,
  });

  it('a problem without a measure is missing one, until an action or a link to the package', () => {
    expect(ledgerRow(aPlace(problem), '2026-02-01')).toMatchObject({ withoutMeasure: true, overdue: 0 });
    expect(ledgerRow(aPlace(problem, action), '2026-02-01')).toMatchObject({
      withoutMeasure: false,
      withoutResponsible: 1,
      nextDueDate: '2026-03-01',
    });
    const link: PlaceEntry = { ...by('l', 4), kind: 'link', to: 'measure', targetId: 'm1' };
    expect(ledgerRow(aPlace(problem, link), '2026-02-01').withoutMeasure).toBe(false);
    expect(ledgerRow(aPlace(problem, action, result('x', 'cancelled')), '2026-02-01').withoutMeasure).toBe(
      true,
    );
    expect(ledgerRow(aPlace(), '2026-02-01').withoutMeasure).toBe(false);
  });

  it('an action is overdue the day after it was due, unless it is done', () => {
    const at = (today: string, ...more: PlaceEntry[]) => {
      const place = aPlace(problem, action, ...more);
      return actionState(place, placeEntries(place, 'action').at(-1)!, today);
    };
    expect(at('2026-03-01')).toBe('under-way');
    expect(at('2026-03-02')).toBe('overdue');
    expect(at('2026-03-02', result('x', 'partly'))).toBe('overdue');
    expect(at('2026-03-02', result('x', 'done'))).toBe('done');
    // A result for the first wording counts for the corrected action.
    const corrected = { ...action, ...by('y', 5, ['x']), text: 'Cut the bushes and the hedge' };
    expect(at('2026-03-02', corrected, result('x', 'done'))).toBe('done');
  });

  it('closes, and says when it was last followed up', () => {
    const followUp: PlaceEntry = {
      ...by('f', 20),
      kind: 'follow-up',
      date: '2026-05-01',
      outcome: 'cannot-tell',
      text: 'Too early',
    };
    const row = ledgerRow(
      aPlace(problem, followUp, { ...by('z', 21), kind: 'close', text: 'Moved' }),
      '2026-06-01',
    );
    expect(row.state).toBe('closed');
    expect(row.lastFollowUp).toEqual(followUp);
  });

  it('passes its schema; a ring that does not close does not', () => {
    const ring = [
      [16, 59],
      [16.1, 59],
      [16.1, 59.1],
      [16, 59],
    ];
    const withOutline = (coordinates: number[][][]) => ({
      ...aPlace(problem, action),
      entries: { o: { ...by('o', 2), kind: 'outline', outline: { type: 'Polygon', coordinates } } },
    });
    expect(v.safeParse(CouncilPlaceSchema, withOutline([ring])).success).toBe(true);
    expect(v.safeParse(CouncilPlaceSchema, withOutline([[...ring.slice(0, 3), [16, 59.05]]])).success).toBe(
      false,
    );
  });
});

describe('an evaluation', () => {
  const outline = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [16, 59],
        [16.1, 59],
        [16.1, 59.1],
        [16, 59],
      ],
    ],
  };
  const design = {
    title: 'Lights in the underpass',
    measureIds: ['m1'],
    measureArea: outline,
    comparisonArea: outline,
    comparisonMotive: 'Same kind of place',
    before: { from: '2021-01-01', to: '2022-12-31' },
    after: { from: '2024-01-01', to: '2024-12-31' },
    months: [10, 11, 12],
    outcome: { kind: 'counts' as const, dataSetId: 'incidents', categories: [] },
    chosenBecause: 'high-numbers' as const,
    confidence: 0.95,
  };
  const sha = (digit: string) => digit.repeat(64);
  const evaluation = v.parse(EvaluationSchema, {
    id: 'e1',
    createdAt: '2026-01-01T10:00:00Z',
    createdBy: 'Kim',
    entries: {
      d1: { ...by('d1', 2), kind: 'design', design },
      f1: { ...by('f1', 3), kind: 'freeze', designId: 'd1', sha256: sha('a') },
      d2: { ...by('d2', 4, ['d1']), kind: 'design', design: { ...design, months: [1] } },
      f2: { ...by('f2', 5, ['f1']), kind: 'freeze', designId: 'd2', sha256: sha('b') },
    },
  });

  it('keeps the first promise, also when a later design replaces it', () => {
    expect(frozenDesigns(evaluation).map(({ design: { months }, sha256 }) => [months, sha256])).toEqual([
      [[10, 11, 12], sha('a')],
      [[1], sha('b')],
    ]);
    expect(draftsOf(evaluation)).toHaveLength(1);
  });
  it('refuses a period that ends before it begins', () =>
    expect(
      v.safeParse(EvaluationSchema, {
        ...evaluation,
        entries: {
          d: {
            ...by('d', 2),
            kind: 'design',
            design: { ...design, after: { from: '2024-02-01', to: '2024-01-01' } },
          },
        },
      }).success,
    ).toBe(false));
});

describe('canonical JSON', () => {
  it('is the same for the same value, in whatever order it was built', () => {
    expect(canonicalJson({ b: [1, { y: null, x: 'é' }], a: undefined, A: -0 })).toBe(
      '{"A":0,"b":[1,{"x":"é","y":null}]}',
    );
    expect(() => canonicalJson({ a: Number.NaN })).toThrow('NaN');
    expect(() => canonicalJson([undefined])).toThrow('undefined');
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
