/** What stands below the map on its picture. */
export interface PictureWords {
  readonly title: string;
  readonly credits: string;
  readonly north: string;
  /** "200 m" for a length in metres. */
  readonly distance: (metres: number) => string;
}

const INK = '#16233A';
const PAPER = '#FFFFFF';

/** A round length of about a fifth of the width: 1, 2 or 5 times a power of ten metres. */
export function scaleMetres(widthMetres: number): number {
  const wanted = widthMetres / 5;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return power * ([5, 2, 1].find((step) => wanted >= step * power) ?? 1);
}

/** Breaks a text at blanks so that no line is wider than there is room for. */
function linesOf(canvas: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (canvas.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * The map as a picture that can stand alone: with title, scale bar, north and whose data it shows.
 * @throws Error where the browser gives no canvas
 */
export async function mapPicture(
  { blob, widthMetres }: { blob: Blob; widthMetres: number },
  words: PictureWords,
): Promise<Blob> {
  const map = await createImageBitmap(blob);
  const unit = Math.max(1, map.width / 800);
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  const [margin, small] = [16 * unit, 12 * unit];
  pen.font = `${small}px "Noto Sans", sans-serif`;
  const credits = linesOf(pen, words.credits, map.width - 2 * margin);
  const footer = 64 * unit + credits.length * small * 1.4 + margin;
  canvas.width = map.width;
  canvas.height = Math.ceil(map.height + footer);
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(map, 0, 0);
  pen.fillStyle = INK;
  pen.strokeStyle = INK;
  pen.lineWidth = 2 * unit;
  pen.font = `600 ${16 * unit}px "Noto Sans", sans-serif`;
  pen.fillText(words.title, margin, map.height + 26 * unit, map.width - 220 * unit);
  pen.font = `${small}px "Noto Sans", sans-serif`;
  scaleBar(pen, { map, unit, widthMetres, words });
  northArrow(pen, { x: map.width - margin - 8 * unit, y: map.height + 14 * unit, unit, word: words.north });
  credits.forEach((line, index) => {
    pen.fillText(line, margin, map.height + 64 * unit + (index + 1) * small * 1.4);
  });
  return new Promise((resolve, reject) =>
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no picture'))), 'image/png'),
  );
}

function scaleBar(
  pen: CanvasRenderingContext2D,
  {
    map,
    unit,
    widthMetres,
    words,
  }: { map: ImageBitmap; unit: number; widthMetres: number; words: PictureWords },
): void {
  if (!(widthMetres > 0)) return;
  const metres = scaleMetres(widthMetres);
  const length = (metres / widthMetres) * map.width;
  const [x, y] = [16 * unit, map.height + 52 * unit];
  pen.beginPath();
  pen.moveTo(x, y - 8 * unit);
  pen.lineTo(x, y);
  pen.lineTo(x + length, y);
  pen.lineTo(x + length, y - 8 * unit);
  pen.stroke();
  pen.fillText(words.distance(metres), x + length + 8 * unit, y);
}

function northArrow(
  pen: CanvasRenderingContext2D,
  { x, y, unit, word }: { x: number; y: number; unit: number; word: string },
): void {
  pen.beginPath();
  pen.moveTo(x, y + 34 * unit);
  pen.lineTo(x, y);
  pen.moveTo(x - 7 * unit, y + 11 * unit);
  pen.lineTo(x, y);
  pen.lineTo(x + 7 * unit, y + 11 * unit);
  pen.stroke();
  pen.fillText(word, x - 20 * unit, y + 20 * unit);
}
