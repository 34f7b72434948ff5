import type PDFDocument from 'pdfkit';
import { scaleBarMetres } from './blocks.ts';

interface MapMarks {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly widthMetres: number;
  readonly north: string;
}

const INK = '#16233A';

/** A scale bar at the foot of a map picture and a north arrow at its top, each on a light ground. */
export function drawMapMarks(doc: InstanceType<typeof PDFDocument>, marks: MapMarks): void {
  const { x, y, width, height, widthMetres, north } = marks;
  doc.font('latin-700').fontSize(8);
  if (widthMetres > 0) {
    const metres = scaleBarMetres(widthMetres);
    const length = (width * metres) / widthMetres;
    const words = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
    const [left, base] = [x + 12, y + height - 12];
    doc.rect(left - 6, base - 18, length + 12, 24).fill('#FFFFFF');
    doc
      .moveTo(left, base - 5)
      .lineTo(left, base)
      .lineTo(left + length, base)
      .lineTo(left + length, base - 5)
      .lineWidth(1.2)
      .strokeColor(INK)
      .stroke();
    doc.fillColor(INK).text(words, left, base - 15, { width: length, align: 'center', lineBreak: false });
  }
  const [right, top] = [x + width - 24, y + 8];
  doc.rect(right - 4, top - 2, 24, 36).fill('#FFFFFF');
  doc
    .moveTo(right + 8, top)
    .lineTo(right + 14, top + 18)
    .lineTo(right + 8, top + 14)
    .lineTo(right + 2, top + 18)
    .closePath()
    .fill(INK);
  doc.fillColor(INK).text(north, right, top + 20, { width: 16, align: 'center', lineBreak: false });
}
