import type { CouncilPlace } from '../../domain/hotspot.ts';
import type { Paper } from './blocks.ts';
import type { PaperParts } from './compose.ts';

/** What a paper is asked to be: the places it pictures, and how it is put together. */
export interface PaperOrder {
  readonly places: readonly CouncilPlace[];
  readonly compose: (parts: PaperParts) => Promise<Paper>;
}
