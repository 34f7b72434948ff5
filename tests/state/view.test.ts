import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW, formatView, parseView, SELECTION_KINDS, type View } from '../../src/state/view.ts';

const split = (address: string): [string, string] => {
  const at = address.indexOf('#');
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at)];
};
const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,5})?$/);
const anyView: fc.Arbitrary<View> = fc.record({
  language: fc.constantFrom('sv', 'en', 'fi'),
  theme: fc.constantFrom('auto', 'light', 'night'),
  room: fc.constantFrom('resident', 'planner', 'council'),
  desk: fc.option(id),
  paperId: fc.option(id),
  comparedId: fc.option(id),
  pane: fc.constantFrom('map', 'list', 'story', 'statement'),
  selection: fc.option(fc.record({ kind: fc.constantFrom(...SELECTION_KINDS), id })),
  point: fc.option(fc.tuple(fc.integer({ min: -179, max: 179 }), fc.integer({ min: -84, max: 84 }))),
  boardId: fc.option(id),
  hiddenLayerIds: fc.uniqueArray(id, { maxLength: 3 }).map((ids) => ids.sort()),
  readings: fc.dictionary(id, id, { maxKeys: 2 }).map((readings) => ({ ...readings })),
  storyStep: fc.option(fc.integer({ min: 1, max: 99 })),
  isEmbedded: fc.boolean(),
  position: fc.option(
    fc.record({
      center: fc.tuple(fc.integer({ min: -179, max: 179 }), fc.integer({ min: -84, max: 84 })),
      zoom: fc.integer({ min: 0, max: 22 }),
    }),
  ),
});

describe('the address of a view', () => {
  it('is empty for the default view', () => expect(formatView(DEFAULT_VIEW)).toBe(''));

  it('comes back as the same view', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(parseView(...split(formatView(view)))).toEqual(view);
      }),
    );
  });

  it('reads like words', () => {
    const view: View = {
      ...DEFAULT_VIEW,
      selection: { kind: 'measure', id: 'lampor' },
      readings: { vast: 'bred' },
      position: { center: [16.5, 59.6], zoom: 12 },
    };
    expect(formatView(view)).toBe('?sel=measure:lampor&reading=vast:bred#map=12/59.60000/16.50000');
  });

  it('falls back to the default for anything malformed', () => {
    const view = parseView('?lang=xx&theme=pink&view=3d&sel=nonsense&step=-1', '#map=99/900/900');
    expect(view).toEqual(DEFAULT_VIEW);
  });
});
