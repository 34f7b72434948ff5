import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Paper } from '../../../src/council/paper/blocks.ts';
import { scaleBarMetres } from '../../../src/council/paper/blocks.ts';
import { drawPaper, type FontFiles, WEIGHTS } from '../../../src/council/paper/drawPaper.ts';
import { runsOf, SCRIPTS, scriptsIn } from '../../../src/council/paper/scripts.ts';

const files = resolve(import.meta.dirname, '../../../node_modules/@fontsource/noto-sans/files');
const fonts: FontFiles = new Map(
  SCRIPTS.flatMap((script) =>
    WEIGHTS.map((weight) => [
      `${script}-${weight}` as const,
      new Uint8Array(readFileSync(`${files}/noto-sans-${script}-${weight}-normal.woff`)),
    ]),
  ),
);
const jpeg = new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../fixtures/council/map.jpg')));

const paper: Paper = {
  title: 'Möte i trygghetsrådet',
  language: 'sv',
  madeAt: '2026-11-22T12:00:00.000Z',
  foot: 'Trygghetsrådet',
  pageWords: 'sida # av ##',
  blocks: [
    { kind: 'heading', level: 1, text: 'Möte i trygghetsrådet' },
    { kind: 'text', text: 'Närvarande: Åsa Öberg, Łukasz Żak, Наталія Шевченко' },
    { kind: 'heading', level: 2, text: 'Gångtunneln' },
    {
      kind: 'figure',
      ...{ alt: 'Karta över Gångtunneln', jpeg, widthPixels: 400, heightPixels: 240 },
      ...{ widthMetres: 1000, north: 'N', credits: '© Någon' },
    },
    { kind: 'list', items: ['Två släckta lampor', 'Buskar'] },
    {
      kind: 'table',
      head: ['Åtgärd', 'Ansvarig'],
      rows: Array.from({ length: 60 }, (_, i) => [`Åtgärd ${i + 1}`, 'Nämnden']),
      widths: [2, 1],
    },
    { kind: 'page' },
    { kind: 'heading', level: 2, text: 'Sista sidan' },
    { kind: 'text', text: 'Slut.', look: 'small' },
  ],
};

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}
const rolesIn = (node: Node): string[] =>
  [node.role ?? '', ...(node.children ?? []).flatMap(rolesIn)].filter(Boolean);
const figuresIn = (node: Node): Node[] => [
  ...(node.role === 'Figure' ? [node] : []),
  ...(node.children ?? []).flatMap(figuresIn),
];

async function read(bytes: Uint8Array) {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, i) => {
      const page = await document.getPage(i + 1);
      const content = await page.getTextContent();
      return {
        text: content.items
          .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
          .join(''),
        tree: (await page.getStructTree()) as Node,
        size: page.view.slice(2),
      };
    }),
  );
  return { pages, metadata: await document.getMetadata(), marked: await document.getMarkInfo() };
}

describe('a paper as PDF', () => {
  let bytes: Uint8Array;
  let file: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    bytes = await drawPaper(paper, fonts);
    file = await read(bytes);
  });
  it('is A4 and says every word, in every script', () => {
    const text = file.pages.map((page) => page.text).join('\n');
    expect(file.pages[0]?.size.map(Math.round)).toEqual([595, 842]);
    for (const words of [
      'Närvarande: Åsa Öberg',
      'Łukasz Żak',
      'Наталія Шевченко',
      'Två släckta lampor',
      'Åtgärd 60',
      '200 m',
    ])
      expect(text).toContain(words);
  });
  it('is tagged: headings, paragraphs, list, table and a figure with words', () => {
    expect(file.marked?.Marked).toBe(true);
    const roles = new Set(file.pages.flatMap(({ tree }) => rolesIn(tree)));
    for (const role of ['H1', 'H2', 'P', 'L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD', 'Figure'])
      expect(roles).toContain(role);
    expect(file.pages.flatMap(({ tree }) => figuresIn(tree)).map(({ alt }) => alt)).toEqual([
      'Karta över Gångtunneln',
    ]);
  });
  it('has a title and a language', () => {
    const info = file.metadata.info as Record<string, unknown>;
    expect([info.Title, info.Language]).toEqual([paper.title, 'sv']);
  });
  it('numbers its pages, each once', () => {
    expect(file.pages.length).toBeGreaterThan(2);
    file.pages.forEach((page, i) => {
      expect(page.text).toContain(`sida ${i + 1} av ${file.pages.length}`);
    });
  });
  it('embeds only the letters it uses', () => {
    expect(bytes.byteLength).toBeLessThan(120_000 + jpeg.byteLength);
  });
});

describe('a sheet that must fit', () => {
  const item = 'En rad om vad som ska göras, av vem och när, och vad som återstår att ta reda på innan dess.';
  const long = (rows: number): Paper => ({
    ...paper,
    blocks: [
      { kind: 'heading', level: 1, text: 'Platsen' },
      { kind: 'list', items: Array.from({ length: rows }, () => item) },
    ],
  });
  const pagesOf = async (sheet: Paper): Promise<number> =>
    (await read(await drawPaper(sheet, fonts))).pages.length;
  it('is written smaller, until it would not be read', async () => {
    expect(await pagesOf(long(42))).toBe(2);
    expect(await pagesOf({ ...long(42), fitsPages: true })).toBe(1);
    expect(await pagesOf({ ...long(200), fitsPages: true })).toBeGreaterThan(1);
  });
});

describe('scripts', () => {
  it('cuts a text where the file changes, and says so of letters nobody has', () => {
    expect(runsOf('Åsa Žak 漢')).toEqual([
      { script: 'latin', text: 'Åsa ' },
      { script: 'latin-ext', text: 'Ž' },
      { script: 'latin', text: 'ak \uFFFD' },
    ]);
    expect(scriptsIn('Åsa')).toEqual(['latin']);
    expect(scriptsIn('Ωmega')).toEqual(['latin', 'greek']);
  });
});

describe('a scale bar', () => {
  it('is 1, 2 or 5 times a power of ten, at most a fifth of the picture', () => {
    expect([900, 1000, 1300, 2600, 9000].map(scaleBarMetres)).toEqual([100, 200, 200, 500, 1000]);
  });
});
