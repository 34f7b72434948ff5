import { describe, expect, it } from 'vitest';
import { plainStoryHtml } from '../../geodata/plainStory.ts';
import * as vasteras from '../../geodata/vasteras.ts';
import type { City } from '../../src/domain/city.ts';
import { isTelling, selectionOfStep, stepIndexOf, storyOf } from '../../src/resident/story/steps.ts';

const city: City = vasteras.city;
const steps = storyOf(city);

describe('the steps of the story', () => {
  it('begin with the whole, take every programme once and end in the aftermath', () => {
    expect(steps.map((step) => (step.kind === 'programme' ? step.programme.id : step.kind))).toEqual([
      'start',
      ...city.programmes.map(({ id }) => id),
      'after',
    ]);
  });

  it('tell every measure once and the whole sum', () => {
    const told = steps.flatMap((step) => (step.kind === 'programme' ? [step] : []));
    const measures = told.flatMap(({ grants }) => grants.flatMap((part) => part.measures));
    expect(measures.map(({ id }) => id).sort()).toEqual(city.measures.map(({ id }) => id).sort());
    expect(told.reduce((sum, { amountSek }) => sum + amountSek, 0)).toBe(city.totalSek);
  });

  it('have no aftermath when nothing is known', () => {
    expect(storyOf({ ...city, aftermath: [] }).at(-1)?.kind).toBe('programme');
  });

  it('stop at the end when an address asks for more', () => {
    expect(stepIndexOf(steps, 99)).toBe(steps.length - 1);
    expect(stepIndexOf(steps, null)).toBe(0);
  });

  it('are left while something else is read', () => {
    const selection = selectionOfStep(steps[2]);
    expect(isTelling(city, { storyStep: 2, selection, point: null })).toBe(true);
    expect(isTelling(city, { storyStep: 3, selection, point: null })).toBe(false);
    expect(isTelling(city, { storyStep: 2, selection: null, point: [16, 59] })).toBe(false);
    expect(isTelling(city, { storyStep: 2, selection: { kind: 'measure', id: 'x' }, point: null })).toBe(
      false,
    );
  });
});

describe('the story without scripts', () => {
  const html = plainStoryHtml(city);

  it('names every programme, measure and fact', () => {
    const text = html.replace(/<[^>]*>/g, '');
    for (const { name } of [...city.programmes, ...city.measures]) expect(text).toContain(name.sv);
    for (const fact of city.aftermath) expect(text).toContain(fact.text.sv.replaceAll("'", '&#39;'));
  });

  it('escapes what the city writes, and links to web addresses only', () => {
    const [fact] = city.aftermath;
    const [source] = city.sources;
    if (!fact || !source) throw new Error('the city has no fact or source');
    const evil = '<img src=x onerror="alert(1)">&';
    const hostile = plainStoryHtml({
      ...city,
      about: { ...city.about, sv: evil },
      aftermath: [{ ...fact, text: { ...fact.text, sv: evil }, sourceId: source.id }],
      sources: [{ ...source, publisher: evil, url: 'javascript:alert(1)' }],
    });
    expect(hostile).not.toContain('<img');
    expect(hostile).not.toContain('javascript:');
    expect(hostile.split('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;')).toHaveLength(4);
  });

  it('opens and closes its elements in pairs', () => {
    const open: string[] = [];
    for (const [, slash, tag] of html.matchAll(/<(\/?)(\w+)[^>]*>/g))
      if (slash) expect(open.pop()).toBe(tag);
      else open.push(tag ?? '');
    expect(open).toEqual([]);
  });
});
