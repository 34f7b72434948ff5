import type { MapPicture } from '../../map/MapPane.tsx';

/** A map picture ready for paper. */
export interface PaperPicture {
  readonly jpeg: Uint8Array;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly widthMetres: number;
}

const QUALITY = 0.86;

/** The picture on white, as JPEG: a PDF takes it as it is. @throws when the browser cannot read or write pictures */
export async function paperPicture({ blob, widthMetres }: MapPicture): Promise<PaperPicture> {
  const bitmap = await createImageBitmap(blob);
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2d canvas');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0);
  const { width, height } = bitmap;
  bitmap.close();
  const jpeg = await new Promise<Blob>((resolve, reject) =>
    canvas.toBlob(
      (made) => (made ? resolve(made) : reject(new Error('the canvas gave no picture'))),
      'image/jpeg',
      QUALITY,
    ),
  );
  return {
    jpeg: new Uint8Array(await jpeg.arrayBuffer()),
    widthPixels: width,
    heightPixels: height,
    widthMetres,
  };
}
