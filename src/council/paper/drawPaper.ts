/**
 * Question: how does a paper become a PDF that a screen reader reads and a search finds?
 * Method: PDFKit writes a tagged document: every block is one structure element (H1–H3, P, L, Table, Figure with alt text) in
 * reading order under one Document; the foot is an artifact. Fonts are embedded as subsets of the letters used.
 * Units: points (1/72 inch) on A4; metres on the ground. Complexity: linear in the text and pictures.
 */
import PDFDocument from 'pdfkit';
import { type Block, lettersOfBlocks, type Paper } from './blocks.ts';
import { bytesOf } from './bytesOf.ts';
import {
  type Doc,
  type Drawing,
  drawBlock,
  innerWidth,
  MARGIN,
  MUTED,
  type Style,
  type Weight,
  write,
} from './drawBlocks.ts';
import { FITS, type Fit, PLAIN_FIT, shortened } from './fit.ts';
import type { Script } from './scripts.ts';

/** Font files as they are shipped (WOFF), by script and weight. */
export type FontFiles = ReadonlyMap<`${Script}-${Weight}`, Uint8Array>;

/** Draws a paper. @throws when a font or a picture cannot be read */
export async function drawPaper(paper: Paper, fonts: FontFiles): Promise<Uint8Array<ArrayBuffer>> {
  const doc = openDocument(paper, fonts);
  const whole = bytesOf(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const [index, sheet] of sheetsOf(paper).entries()) {
    if (index > 0) doc.addPage();
    const fit = paper.fitsPages ? fitOf(sheet, paper, fonts) : PLAIN_FIT;
    for (const block of shortened(sheet, fit, paper)) drawBlock(drawingOn(doc, fit), root, block);
  }
  root.end();
  drawFeet(doc, paper);
  doc.end();
  return whole;
}

const drawingOn = (doc: Doc, { scale, leading, pictureShare }: Fit): Drawing => ({
  ...{ doc, scale, leading, pictureShare },
  ...{ left: MARGIN.left, width: innerWidth(doc) },
});

/** The blocks between the page breaks. */
function sheetsOf({ blocks }: Paper): Block[][] {
  const sheets: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'page') sheets.push([]);
    else sheets.at(-1)?.push(block);
  }
  return sheets;
}

/** Nobody gets more letters on an A4, however small they are: such a way need not be tried. */
const MOST_LETTERS_OF_A_PAGE = 9000;

/** The first way of writing a sheet that takes one page, found by writing it for the waste-paper basket. */
function fitOf(sheet: readonly Block[], paper: Paper, fonts: FontFiles): Fit {
  const fits = (fit: Fit): boolean => {
    const blocks = shortened(sheet, fit, paper);
    if (lettersOfBlocks(blocks).length > MOST_LETTERS_OF_A_PAGE) return false;
    const doc = openDocument(paper, fonts);
    const root = doc.struct('Document');
    doc.addStructure(root);
    for (const block of blocks) drawBlock(drawingOn(doc, fit), root, block);
    return doc.bufferedPageRange().count === 1;
  };
  return FITS.find(fits) ?? FITS.at(-1) ?? PLAIN_FIT;
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

/** The foot of every page, when the number of pages is known. */
function drawFeet(doc: Doc, { foot, pageWords }: Paper): void {
  const on = drawingOn(doc, PLAIN_FIT);
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
