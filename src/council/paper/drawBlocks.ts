import type PDFDocument from 'pdfkit';
import type { Block, ColumnsBlock, FigureBlock, ListBlock, TableBlock } from './blocks.ts';
import { drawMapMarks } from './drawMapMarks.ts';
import { runsOf, type Script } from './scripts.ts';

export const WEIGHTS = ['400', '700'] as const;
export type Weight = (typeof WEIGHTS)[number];

export type Doc = InstanceType<typeof PDFDocument>;
export type Parent = ReturnType<Doc['struct']>;

export const MARGIN = { top: 48, bottom: 64, left: 54, right: 54 };
const INK = '#16233A';
export const MUTED = '#505E78';
const LINE = '#C9D0DB';
const HEADINGS = { 1: 20, 2: 14, 3: 11.5 } as const;
const BODY = 10;
const SMALL = 8.5;

/** A document being written: where the column stands, how large its text is, and how much a picture may take. */
export interface Drawing {
  readonly doc: Doc;
  /** 1 is the usual size. */
  readonly scale: number;
  /** Room between two lines, as a share of the letters' size, beyond what the font itself keeps. */
  readonly leading: number;
  /** A picture takes no more of a page's height than this, so that the facts fit beside it. */
  readonly pictureShare: number;
  readonly left: number;
  readonly width: number;
}

/** How text stands. */
export interface Style {
  readonly weight: Weight;
  readonly size: number;
  readonly colour: string;
}
const REGULAR: Style = { weight: '400', size: BODY, colour: INK };

/** A font name that the document has, or the Latin one of the same weight. */
const fontOf = (script: Script, { weight }: Style): string => `${script}-${weight}`;

type Place = { readonly x?: number; readonly y?: number; readonly width?: number };

/** Writes a text, script by script, as one paragraph. */
export function write(
  { doc, scale, leading }: Drawing,
  text: string,
  style: Style,
  { x, y, width }: Place = {},
): void {
  const size = style.size * scale;
  const runs = runsOf(text);
  doc.fillColor(style.colour).fontSize(size);
  runs.forEach((run, index) => {
    const options = {
      continued: index < runs.length - 1,
      lineGap: size * leading,
      ...(width === undefined ? {} : { width }),
    };
    doc.font(fontOf(run.script, style));
    if (index === 0 && x !== undefined && y !== undefined) doc.text(run.text, x, y, options);
    else doc.text(run.text, options);
  });
}

function heightOf({ doc, scale, leading }: Drawing, text: string, style: Style, width: number): number {
  doc.font(fontOf('latin', style)).fontSize(style.size * scale);
  const plain = runsOf(text)
    .map((run) => run.text)
    .join('');
  return doc.heightOfString(plain || ' ', { width, lineGap: style.size * scale * leading });
}

export const innerWidth = (doc: Doc): number => doc.page.width - MARGIN.left - MARGIN.right;
const bottomOf = (doc: Doc): number => doc.page.height - MARGIN.bottom;

/** Begins a new page when less than so much is left of this one. */
function ensure(doc: Doc, height: number): void {
  if (doc.y + height > bottomOf(doc)) doc.addPage();
}

export function drawBlock(on: Drawing, root: Parent, block: Block): void {
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
        doc.struct(`H${block.level}`, {}, () =>
          write(on, block.text, style, { x: on.left, y: doc.y, width: on.width }),
        ),
      );
      doc.y += 3;
      break;
    }
    case 'text': {
      const style: Style =
        block.look === 'small'
          ? { weight: '400', size: SMALL, colour: MUTED }
          : { ...REGULAR, weight: block.look === 'strong' ? '700' : '400' };
      root.add(
        doc.struct('P', {}, () => write(on, block.text, style, { x: on.left, y: doc.y, width: on.width })),
      );
      doc.y += 4;
      break;
    }
    case 'list':
      drawList(on, root, block);
      break;
    case 'table':
      drawTable(on, root, block);
      break;
    case 'figure':
      drawFigure(on, root, block);
      break;
    case 'columns':
      drawColumns(on, root, block);
      break;
  }
}

/** Where the words of a list begin, after the dot. */
const INDENT = 14;

function drawList(on: Drawing, root: Parent, { items }: ListBlock): void {
  const { doc, left } = on;
  const list = doc.struct('L');
  root.add(list);
  const width = on.width - INDENT;
  for (const item of items) {
    ensure(doc, BODY * 1.6);
    const line = doc.struct('LI');
    list.add(line);
    const y = doc.y;
    line.add(doc.struct('Lbl', {}, () => write(on, '•', REGULAR, { x: left + 2, y, width: INDENT })));
    line.add(doc.struct('LBody', {}, () => write(on, item, REGULAR, { x: left + INDENT, y, width })));
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
  const columns = widths.map((width) => (on.width * width) / whole);
  const drawRow = (cells: readonly string[], tag: 'TH' | 'TD'): void => {
    const style: Style = { weight: tag === 'TH' ? '700' : '400', size: SMALL + 0.5, colour: INK };
    const height = Math.max(...cells.map((cell, i) => heightOf(on, cell, style, (columns[i] ?? 0) - CELL)));
    ensure(doc, Math.min(height, 200) + CELL * 2);
    const row = doc.struct('TR');
    table.add(row);
    const top = doc.y + CELL;
    let x = on.left;
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
    drawRule(on, tag === 'TH' ? INK : LINE);
  };
  if (head.length > 0) drawRow(head, 'TH');
  for (const row of rows) drawRow(row, 'TD');
  table.end();
  doc.x = on.left;
  doc.y += 6;
}

/** A line across the page; decoration, so that no reader stumbles over it. */
function drawRule({ doc, left, width }: Drawing, colour: string): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .moveTo(left, doc.y)
    .lineTo(left + width, doc.y)
    .lineWidth(0.6)
    .strokeColor(colour)
    .stroke();
  doc.endMarkedContent();
}

function sizeOf({ doc, width, pictureShare }: Drawing, { widthPixels, heightPixels }: FigureBlock) {
  const fit = Math.min(width / widthPixels, (doc.page.height * pictureShare) / heightPixels);
  return { width: widthPixels * fit, height: heightPixels * fit };
}

function drawFigure(on: Drawing, root: Parent, figure: FigureBlock): void {
  const { doc } = on;
  const { width, height } = sizeOf(on, figure);
  ensure(doc, height + 30);
  const [x, y] = [on.left, doc.y];
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
  root.add(
    doc.struct('Caption', {}, () =>
      write(on, figure.credits, small, { x: on.left, y: doc.y, width: on.width }),
    ),
  );
  doc.y += 4;
}

const GAP = 18;

/** Parts beside each other, the first ones to the left, so that the longer column is as short as it can be. */
function drawColumns(on: Drawing, root: Parent, { parts }: ColumnsBlock): void {
  const { doc } = on;
  const width = (on.width - GAP) / 2;
  const heights = parts.map((part) =>
    part.reduce((sum, block) => sum + roughHeight({ ...on, width }, block), 0),
  );
  const sum = (some: readonly number[]): number => some.reduce((total, each) => total + each, 0);
  const longer = (cut: number): number => Math.max(sum(heights.slice(0, cut)), sum(heights.slice(cut)));
  const cuts = parts.map((_, i) => i + 1);
  const cut = cuts.reduce((best, each) => (longer(each) < longer(best) ? each : best), parts.length);
  const top = doc.y;
  let lowest = top;
  for (const [column, own] of [parts.slice(0, cut), parts.slice(cut)].entries()) {
    doc.y = top;
    for (const block of own.flat())
      drawBlock({ ...on, left: on.left + column * (width + GAP), width }, root, block);
    lowest = Math.max(lowest, doc.y);
  }
  doc.x = on.left;
  doc.y = lowest;
}

/** How high a heading or a list becomes: enough to share columns fairly. */
function roughHeight(on: Drawing, block: Block): number {
  if (block.kind === 'heading') return HEADINGS[block.level] * 2 * on.scale;
  if (block.kind === 'list')
    return block.items.reduce((sum, item) => sum + heightOf(on, item, REGULAR, on.width - INDENT) + 2, 4);
  if (block.kind === 'figure') return sizeOf(on, block).height + 18;
  return block.kind === 'text' ? heightOf(on, block.text, REGULAR, on.width) + 4 : 0;
}
