import italicUrl from '@fontsource/noto-sans/files/noto-sans-latin-400-italic.woff2?url';
import regularUrl from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import semiBoldUrl from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';
import italicExtUrl from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-italic.woff2?url';
import regularExtUrl from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import semiBoldExtUrl from '@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff2?url';
import { type FontFaces, ITALIC, REGULAR, SEMI_BOLD } from './layers/text.ts';

/** The characters each subset file holds, as its own style sheet declares them. */
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const LATIN_EXT =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

/**
 * The shipped font as the style's `font-faces`. A file is fetched only when a label needs its characters.
 * @param base the page's address: MapLibre wants absolute URLs
 */
export function fontFacesFrom(base: string): FontFaces {
  const faces = (latin: string, latinExt: string): FontFaces[string] => [
    { url: new URL(latin, base).href, 'unicode-range': LATIN.split(',') },
    { url: new URL(latinExt, base).href, 'unicode-range': LATIN_EXT.split(',') },
  ];
  return {
    [REGULAR]: faces(regularUrl, regularExtUrl),
    [SEMI_BOLD]: faces(semiBoldUrl, semiBoldExtUrl),
    [ITALIC]: faces(italicUrl, italicExtUrl),
  };
}
