import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/i18n/messages.ts';

const source = resolve(import.meta.dirname, '../../src');
const files = readdirSync(source, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

/** A language's texts with all its chapters. */
function textsOf(language: string): Record<string, string> {
  const folder = join(source, 'i18n');
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name === `${language}.json` || name.endsWith(`/${language}.json`),
  );
  const texts = found.map(
    (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>,
  );
  const keys = texts.flatMap((chapter) => Object.keys(chapter));
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  if (twice.length > 0) throw new Error(`keys in two chapters: ${twice.join(', ')}`);
  return Object.assign({}, ...texts);
}
const swedish = textsOf('sv');
const english = textsOf('en');
const finnish = textsOf('fi');

const argumentsOf = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? ''))].sort();

describe.each([
  ['en', english],
  ['fi', finnish],
])('catalogue %s', (language, messages) => {
  it('has exactly the Swedish keys', () =>
    expect(Object.keys(messages).sort()).toEqual(Object.keys(swedish).sort()));
  it('asks for the same arguments', () => {
    for (const [key, message] of Object.entries(swedish))
      expect([key, argumentsOf(messages[key] ?? '')]).toEqual([key, argumentsOf(message)]);
  });
  it('compiles every message', () => {
    const read = Object.entries(messages).map(([key, text]) => [key, compileMessage(text)]);
    const i18n = catalogue(language, Object.fromEntries(read));
    const params = { count: 2, grants: 1, boards: 2, measures: 3, lights: 1, cameras: 2 };
    for (const key of Object.keys(messages)) expect(i18n._(key, params)).not.toBe(key);
  });
  it('is translated, not copied', () => {
    const same = Object.entries(swedish).filter(
      ([key, message]) => /[a-zåäö]{4}/i.test(message.replace(/\{[^}]*\}/g, '')) && messages[key] === message,
    );
    expect(same.map(([key]) => key).filter((key) => !SAME_IN_ALL.includes(key))).toEqual([]);
  });
});

/** Words that really are the same in two of the languages. */
const SAME_IN_ALL = [
  'planner.field.status',
  'planner.key.remove',
  'planner.key.copy',
  'planner.key.undo',
  'app.name',
  'category.museum',
  'map.illustration',
  'list.status',
  'details.status',
  'accuracy.short.illustrative',
  'kind.camera',
  'analysis.building.synagogue',
  'meeting.desk.data',
  'meeting.kind.problem',
  'exchange.name.camera',
];

describe('texts in the code', () => {
  it('every key that is written out exists and every key is used', () => {
    const code = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    const unused = Object.keys(swedish).filter((key) => {
      const family = key.slice(0, key.lastIndexOf('.'));
      return (
        !code.includes(`'${key}'`) &&
        !code.includes(`\`${family}.\${`) &&
        !code.includes(`\`${family.slice(0, family.lastIndexOf('.'))}.\${`)
      );
    });
    expect(unused).toEqual([]);
  });
  it('no view has words of its own', () => {
    const found: string[] = [];
    for (const file of files.filter((name) => name.endsWith('.tsx'))) {
      const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      for (const match of text.matchAll(/>\s*([A-Za-zÅÄÖåäö][^<>{}()=;&|]*)\s*</g))
        found.push(`${file}: ${match[1]}`);
      for (const match of text.matchAll(/\b(?:aria-label|title|placeholder|alt|label)="([^"]+)"/g))
        found.push(`${file}: ${match[1]}`);
    }
    expect(found).toEqual([]);
  });
});
