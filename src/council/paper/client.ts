import cyrillic400 from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff?url';
import cyrillic700 from '@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff?url';
import greek400 from '@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff?url';
import greek700 from '@fontsource/noto-sans/files/noto-sans-greek-700-normal.woff?url';
import latin400 from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff?url';
import latin700 from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff?url';
import latinExt400 from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff?url';
import latinExt700 from '@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff?url';
import { wrap } from 'comlink';
import { lettersOf, type Paper } from './blocks.ts';
import type { FontFiles } from './drawPaper.ts';
import { scriptsIn } from './scripts.ts';
import type { PaperService } from './worker.ts';

const FILES = {
  latin: { '400': latin400, '700': latin700 },
  'latin-ext': { '400': latinExt400, '700': latinExt700 },
  cyrillic: { '400': cyrillic400, '700': cyrillic700 },
  greek: { '400': greek400, '700': greek700 },
} as const;

/** The font files whose letters the paper has; nothing else is fetched. @throws when one cannot be fetched */
async function fontsFor(paper: Paper): Promise<FontFiles> {
  const wanted = scriptsIn(lettersOf(paper)).flatMap((script) =>
    (['400', '700'] as const).map(
      (weight) => [`${script}-${weight}` as const, FILES[script][weight]] as const,
    ),
  );
  const read = wanted.map(async ([name, url]) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return [name, new Uint8Array(await response.arrayBuffer())] as const;
  });
  return new Map(await Promise.all(read));
}

/** Draws a paper as PDF in a worker of its own. @throws when a font cannot be fetched or the paper not drawn */
export async function makePdf(paper: Paper): Promise<Blob> {
  const fonts = await fontsFor(paper);
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  try {
    const died = new Promise<never>((_, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
    });
    const bytes = await Promise.race([wrap<PaperService>(worker).draw(paper, fonts), died]);
    return new Blob([bytes], { type: 'application/pdf' });
  } finally {
    worker.terminate();
  }
}
