/**
 * Question: how does a paper become a PDF that a screen reader reads and a search finds?
 * Method: PDFKit writes a tagged document: every block is one structure element (H1–H3, P, L, Table, Figure with alt text) in
 * reading order under one Document; the foot is an artifact. Fonts are embedded as subsets of the letters used.
 * Units: points (1/72 inch) on A4; metres on the ground. Complexity: linear in the text and pictures.
 */
import PDFDocument from 'pdfkit';
import type { Block, FigureBlock, Paper, TableBlock } from './blocks.ts';
import { bytesOf } from './bytesOf.ts';
import { drawMapMarks } from './drawMapMarks.ts';
import { runsOf, type Script } from './scripts.ts';

export const WEIGHTS = ['400', '700'] as const;
export type Weight = (typeof WEIGHTS)[number];
/** Font files as they are shipped (WOFF), by script and weight. */
export type FontFiles = ReadonlyMap<`${Script}-${Weight}`, Uint8Array>;

type Doc = InstanceType<typeof PDFDocument>;
type Parent = ReturnType<Doc['struct']>;

const MARGIN = { top: 48, bottom: 64, left: 54, right: 54 };
const INK = '#16233A';
const MUTED = '#505E78';
const LINE = '#C9D0DB';
const HEADINGS = { 1: 20, 2: 14, 3: 11.5 } as const;
const BODY = 10;
const SMALL = 8.5;
/** A picture never takes more of a page's height than this, so that the facts fit beside it. */
const MOST_PICTURE_SHARE = 0.33;

/** A document being written, and how large: 1 is the usual size. */
interface Drawing {
  readonly doc: Doc;
  readonly scale: number;
}
/** A sheet that must fit on one page becomes smaller by these steps; below the last it may take another page. */
const SCALES = [1, 0.92, 0.84, 0.76] as const;

/** How text stands. */
interface Style {
  readonly weight: Weight;
  readonly size: number;
  readonly colour: string;
}
const REGULAR: Style = { weight: '400', size: BODY, colour: INK };

/** Draws a paper. @throws when a font or a picture cannot be read */
export async function drawPaper(paper: Paper, fonts: FontFiles): Promise<Uint8Array<ArrayBuffer>> {
  const doc = openDocument(paper, fonts);
  const whole = bytesOf(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const [index, sheet] of sheetsOf(paper).entries()) {
    if (index > 0) doc.addPage();
    const on = { doc, scale: paper.fitsPages ? scaleOf(sheet, paper, fonts) : 1 };
    for (const block of sheet) drawBlock(on, root, block);
  }
  root.end();
  drawFeet(doc, paper);
  doc.end();
  return whole;
}

/** The blocks between the page breaks. */
function sheetsOf({ blocks }: Paper): Block[][] {
  const sheets: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'page') sheets.push([]);
    else sheets.at(-1)?.push(block);
  }
  return sheets;
}

/** The largest size at which a sheet takes one page, found by writing it for the waste-paper basket. */
function scaleOf(sheet: readonly Block[], paper: Paper, fonts: FontFiles): number {
  const fits = (scale: number): boolean => {
    const doc = openDocument(paper, fonts);
    const root = doc.struct('Document');
    doc.addStructure(root);
    for (const block of sheet) drawBlock({ doc, scale }, root, block);
    return doc.bufferedPageRange().count === 1;
  };
  return SCALES.find(fits) ?? SCALES[SCALES.length - 1] ?? 1;
}

function openDocument(paper: Paper, fonts: FontFiles): Doc {
  const latin = fonts.get('latin-400');
  if (!latin) throw new Error('the paper has no font');
  const doc = new PDFDocument({
    size: 'A4',
    margins: MARGIN,
    pdfVersion: '1.7',
    // Known to the library, not yet to its types.
    subset: 'PDF/UA' as 'PDF/A-3a',
    tagged: true,
    lang: paper.language,
    displayTitle: true,
    bufferPages: true,
    // The types know only names; the library takes the bytes of a font as well.
    font: latin as unknown as string,
    info: { Title: paper.title, CreationDate: new Date(paper.madeAt), ModDate: new Date(paper.madeAt) },
  });
  for (const [name, bytes] of fonts) doc.registerFont(name, bytes as unknown as ArrayBuffer);
  return doc;
}

/** A font name that the document has, or the Latin one of the same weight. */
const fontOf = (script: Script, { weight }: Style): string => `${script}-${weight}`;

type Place = { readonly x?: number; readonly y?: number; readonly width?: number };

/** Writes a text, script by script, as one paragraph. */
function write({ doc, scale }: Drawing, text: string, style: Style, { x, y, width }: Place = {}): void {
  const size = style.size * scale;
  const runs = runsOf(text);
  doc.fillColor(style.colour).fontSize(size);
  runs.forEach((run, index) => {
    const options = {
      continued: index < runs.length - 1,
      lineGap: size * 0.18,
      ...(width === undefined ? {} : { width }),
    };
    doc.font(fontOf(run.script, style));
    if (index === 0 && x !== undefined && y !== undefined) doc.text(run.text, x, y, options);
    else doc.text(run.text, options);
  });
}

function heightOf({ doc, scale }: Drawing, text: string, style: Style, width: number): number {
  doc.font(fontOf('latin', style)).fontSize(style.size * scale);
  const plain = runsOf(text)
    .map((run) => run.text)
    .join('');
  return doc.heightOfString(plain || ' ', { width, lineGap: style.size * scale * 0.18 });
}

const innerWidth = (doc: Doc): number => doc.page.width - MARGIN.left - MARGIN.right;
const bottomOf = (doc: Doc): number => doc.page.height - MARGIN.bottom;

/** Begins a new page when less than so much is left of this one. */
function ensure(doc: Doc, height: number): void {
  if (doc.y + height > bottomOf(doc)) doc.addPage();
}

function drawBlock(on: Drawing, root: Parent, block: Block): void {
  const { doc, scale } = on;
  switch (block.kind) {
    case 'page':
      break;
    case 'heading': {
      const size = HEADINGS[block.level];
      // A heading is never left alone at the foot of a page.
      ensure(doc, size * 4 * scale);
      if (doc.y > MARGIN.top) doc.y += size * 0.55 * scale;
      const style: Style = { weight: '700', size, colour: INK };
      root.add(
        doc.struct(`H${block.level}`, {}, () => write(on, block.text, style, { x: MARGIN.left, y: doc.y })),
      );
      doc.y += 3;
      break;
    }
    case 'text': {
      const style: Style =
        block.look === 'small'
          ? { weight: '400', size: SMALL, colour: MUTED }
          : { ...REGULAR, weight: block.look === 'strong' ? '700' : '400' };
      root.add(doc.struct('P', {}, () => write(on, block.text, style, { x: MARGIN.left, y: doc.y })));
      doc.y += 4;
      break;
    }
    case 'list':
      drawList(on, root, block.items);
      break;
    case 'table':
      drawTable(on, root, block);
      break;
    case 'figure':
      drawFigure(on, root, block);
      break;
  }
}

function drawList(on: Drawing, root: Parent, items: readonly string[]): void {
  const { doc } = on;
  const list = doc.struct('L');
  root.add(list);
  const [indent, width] = [14, innerWidth(doc) - 14];
  for (const item of items) {
    ensure(doc, BODY * 1.6);
    const line = doc.struct('LI');
    list.add(line);
    const y = doc.y;
    line.add(doc.struct('Lbl', {}, () => write(on, '•', REGULAR, { x: MARGIN.left + 2, y, width: indent })));
    line.add(doc.struct('LBody', {}, () => write(on, item, REGULAR, { x: MARGIN.left + indent, y, width })));
    line.end();
    doc.y += 2;
  }
  list.end();
  doc.y += 4;
}

const CELL = 5;

/** A structure element's own dictionary: the library has no option for a cell's scope, and its types leave the door out. */
const attributesOf = (part: unknown): Record<string, unknown> =>
  (part as { dictionary: { data: Record<string, unknown> } }).dictionary.data;

function drawTable(on: Drawing, root: Parent, { head, rows, widths }: TableBlock): void {
  const { doc } = on;
  const table = doc.struct('Table');
  root.add(table);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => (innerWidth(doc) * width) / whole);
  const drawRow = (cells: readonly string[], tag: 'TH' | 'TD'): void => {
    const style: Style = { weight: tag === 'TH' ? '700' : '400', size: SMALL + 0.5, colour: INK };
    const height = Math.max(...cells.map((cell, i) => heightOf(on, cell, style, (columns[i] ?? 0) - CELL)));
    ensure(doc, Math.min(height, 200) + CELL * 2);
    const row = doc.struct('TR');
    table.add(row);
    const top = doc.y + CELL;
    let x = MARGIN.left;
    cells.forEach((cell, i) => {
      const place = { x, y: top, width: (columns[i] ?? 0) - CELL };
      const part = doc.struct(tag, {}, () => write(on, cell || '–', style, place));
      // A reader says the column's head before each cell.
      if (tag === 'TH') attributesOf(part).A = { O: 'Table', Scope: 'Column' };
      row.add(part);
      x += columns[i] ?? 0;
    });
    row.end();
    doc.y = top + height + CELL - 2;
    drawRule(doc, tag === 'TH' ? INK : LINE);
  };
  if (head.length > 0) drawRow(head, 'TH');
  for (const row of rows) drawRow(row, 'TD');
  table.end();
  doc.x = MARGIN.left;
  doc.y += 6;
}

/** A line across the page; decoration, so that no reader stumbles over it. */
function drawRule(doc: Doc, colour: string): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .moveTo(MARGIN.left, doc.y)
    .lineTo(doc.page.width - MARGIN.right, doc.y)
    .lineWidth(0.6)
    .strokeColor(colour)
    .stroke();
  doc.endMarkedContent();
}

function drawFigure(on: Drawing, root: Parent, figure: FigureBlock): void {
  const { doc, scale } = on;
  const most = doc.page.height * MOST_PICTURE_SHARE * scale;
  const fit = Math.min(innerWidth(doc) / figure.widthPixels, most / figure.heightPixels);
  const [width, height] = [figure.widthPixels * fit, figure.heightPixels * fit];
  ensure(doc, height + 30);
  const [x, y] = [MARGIN.left, doc.y];
  const said = { alt: figure.alt, bbox: [x, y, x + width, y + height] };
  root.add(
    doc.struct('Figure', said, () => {
      // The library takes bytes; the types know only buffers.
      doc.image(figure.jpeg as unknown as ArrayBuffer, x, y, { width, height });
      doc.rect(x, y, width, height).lineWidth(0.6).strokeColor(MUTED).stroke();
      drawMapMarks(doc, { x, y, width, height, widthMetres: figure.widthMetres, north: figure.north });
    }),
  );
  doc.y = y + height + 3;
  const small: Style = { weight: '400', size: 7.5, colour: MUTED };
  root.add(doc.struct('Caption', {}, () => write(on, figure.credits, small, { x: MARGIN.left, y: doc.y })));
  doc.y += 4;
}

/** The foot of every page, when the number of pages is known. */
function drawFeet(doc: Doc, { foot, pageWords }: Paper): void {
  const on = { doc, scale: 1 };
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    const words = pageWords.replace('##', String(count)).replace('#', String(page + 1));
    doc.markContent('Artifact', { type: 'Pagination' });
    // Written below the margin: without this the library would begin another page.
    doc.page.margins.bottom = 0;
    const style: Style = { weight: '400', size: 8, colour: MUTED };
    const y = doc.page.height - MARGIN.bottom + 22;
    write(on, `${foot} · ${words}`, style, { x: MARGIN.left, y, width: innerWidth(doc) });
    doc.page.margins.bottom = MARGIN.bottom;
    doc.endMarkedContent();
  }
}
