/**
 * What a reader accepts before it refuses, so that no file can hang the application or fill the memory.
 * The sizes are some ten times what a municipality's files need.
 */
export const LIMITS = {
  fileBytes: 300e6,
  /** JSON is held as text and as objects at once. */
  jsonBytes: 150e6,
  unpackedBytes: 300e6,
  /** Deflate cannot honestly reach more than about 200:1 on map data; bombs start at 1000:1. */
  compressionRatio: 200,
  archiveEntries: 10_000,
  features: 500_000,
  nestingDepth: 200,
  /** Problems listed one by one; the rest are counted. */
  problems: 500,
  tagCharacters: 1e6,
  /** A description in CDATA or a comment; unfinished ones are searched again with every megabyte. */
  sectionCharacters: 8e6,
} as const;
