import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { EXCEL_SEMICOLON, guarded, PLAIN_COMMA, toCsv, unguarded } from '../../../src/exchange/csv/write.ts';

const columns = [
  { header: 'namn', value: (row: { name: string; metres?: number }) => row.name },
  { header: 'höjd', value: (row: { name: string; metres?: number }) => row.metres },
];

describe('toCsv', () => {
  it('writes what Swedish Excel opens', () => {
    expect(toCsv([{ name: 'Gång; väg', metres: 4.5 }, { name: 'Stig "A"' }], columns)).toBe(
      '\uFEFFnamn;höjd\r\n"Gång; väg";4,5\r\n"Stig ""A""";\r\n',
    );
  });
  it('writes RFC 4180 for programs', () => {
    expect(toCsv([{ name: 'a,b', metres: -0.5 }], columns, PLAIN_COMMA)).toBe('namn,höjd\r\n"a,b",-0.5\r\n');
  });
  it('quotes a decimal comma where commas divide', () => {
    const style = { delimiter: ',', decimal: ',', byteOrderMark: false } as const;
    expect(toCsv([{ name: 'a', metres: 1.5 }], columns, style)).toBe('namn,höjd\r\na,"1,5"\r\n');
  });
  it.each(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '\r=1', "'=1"])('makes %j harmless', (text) => {
    expect(guarded(text)).toBe(`'${text}`);
  });
  it.each(['-5', '+46701234567', '-0,5', 'väg', "l'amour", ''])('leaves %j alone', (text) => {
    expect(guarded(text)).toBe(text);
  });
  it('guards reversibly, and every text comes back from the table', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (names) => {
        for (const name of names) expect(unguarded(guarded(name))).toBe(name);
        const rows = names.map((name) => ({ name, metres: 1 }));
        const text = toCsv(rows, columns, EXCEL_SEMICOLON).slice(1);
        const { data } = Papa.parse<string[]>(text, { delimiter: ';', newline: '\r\n' });
        expect(data.slice(1, -1).map(([cell]) => unguarded(cell!))).toEqual(names);
      }),
    );
  });
});
