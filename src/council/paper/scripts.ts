/**
 * The font comes in files, one for each script; which letters each file has is stated by its maker (Google Fonts' subsets of
 * Noto Sans). A text is cut into runs that one file can write; letters that no file has become a replacement sign.
 */
export const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'greek'] as const;
export type Script = (typeof SCRIPTS)[number];

type Range = readonly [from: number, to: number];
const RANGES: Readonly<Record<Script, readonly Range[]>> = {
  latin: [
    [0x0020, 0x00ff],
    [0x0131, 0x0131],
    [0x0152, 0x0153],
    [0x02c6, 0x02c6],
    [0x02da, 0x02da],
    [0x02dc, 0x02dc],
    [0x2000, 0x206f],
    [0x20ac, 0x20ac],
    [0x2122, 0x2122],
    [0x2191, 0x2191],
    [0x2193, 0x2193],
    [0x2212, 0x2212],
    [0x2215, 0x2215],
    [0xfffd, 0xfffd],
  ],
  'latin-ext': [
    [0x0100, 0x02af],
    [0x1e00, 0x1eff],
    [0x20a0, 0x20c0],
    [0x2113, 0x2113],
  ],
  cyrillic: [
    [0x0400, 0x045f],
    [0x0490, 0x0491],
    [0x04b0, 0x04b1],
    [0x2116, 0x2116],
  ],
  greek: [[0x0370, 0x03ff]],
};

const REPLACEMENT = '\uFFFD';
/** Spaces and signs that a file lacks, written with one that it has. */
const SAME_MEANING: Readonly<Record<string, string>> = {
  '\u202F': '\u00A0',
  '\u2007': '\u00A0',
  '\u2009': '\u00A0',
  '\u2192': '–',
  '\t': ' ',
};

const scriptOf = (codePoint: number): Script | undefined =>
  SCRIPTS.find((script) => RANGES[script].some(([from, to]) => from <= codePoint && codePoint <= to));

export interface Run {
  readonly script: Script;
  readonly text: string;
}

/** A text as runs of one script each, in order. Line breaks stay in the run they stand in. */
export function runsOf(text: string): Run[] {
  const runs: { script: Script; text: string }[] = [];
  for (const written of text.normalize('NFC')) {
    const letter = SAME_MEANING[written] ?? written;
    const isBreak = letter === '\n';
    const known = isBreak ? (runs.at(-1)?.script ?? 'latin') : scriptOf(letter.codePointAt(0) ?? 0);
    const script = known ?? 'latin';
    const shown = known ? letter : REPLACEMENT;
    const last = runs.at(-1);
    if (last && last.script === script) last.text += shown;
    else runs.push({ script, text: shown });
  }
  return runs;
}

/** The scripts that a text needs; always with latin. */
export const scriptsIn = (text: string): Script[] => {
  const needed = new Set<Script>(['latin', ...runsOf(text).map(({ script }) => script)]);
  return SCRIPTS.filter((script) => needed.has(script));
};
