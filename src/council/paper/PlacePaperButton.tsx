import type { CouncilPlace } from '../../domain/hotspot.ts';
import type { Atlas } from '../../state/atlas.ts';

export function PlacePaperButton(_: { atlas: Atlas; place: CouncilPlace }) {
  return null;
}
