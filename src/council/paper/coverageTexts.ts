import type { PackageFeature } from '../../domain/feature.ts';
import { type CouncilPlace, placeEntries } from '../../domain/hotspot.ts';
import type { PlanFeature, Proposal } from '../../domain/proposal.ts';
import type { Text } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { usePapers } from '../../state/papers.ts';
import { askCoverage, type Coverage } from '../../state/placeCoverage.ts';
import { planFeatures } from '../../state/planning.ts';
import { isPresentable } from '../meeting/comparison.ts';

interface Asked {
  readonly atlas: Atlas;
  readonly places: readonly CouncilPlace[];
  readonly text: Text;
  /** working: all cameras count. exported: none whose place is not public. */
  readonly level: 'working' | 'exported';
}

/** The proposals that places are linked to, each once. */
function linkedProposals(places: readonly CouncilPlace[]): Proposal[] {
  const { workspace } = usePapers.getState();
  const ids = places.flatMap((place) =>
    placeEntries(place, 'link').flatMap(({ to, targetId }) => (to === 'proposal' ? [targetId] : [])),
  );
  return [...new Set(ids)].flatMap((id) => {
    const reading = workspace?.readProposal(id);
    return reading?.kind === 'proposal' ? [reading.proposal] : [];
  });
}

const areasOf = (places: readonly CouncilPlace[]) =>
  places.flatMap((place) => {
    const outline = placeEntries(place, 'outline').at(-1)?.outline;
    return outline ? [{ id: place.id, outline }] : [];
  });

/**
 * Light and sight of the places as sentences, by the place's id: as the city stands, then as each linked proposal would have
 * it. @throws when the calculation fails
 */
export async function coverageTexts({
  atlas,
  places,
  text,
  level,
}: Asked): Promise<ReadonlyMap<string, readonly string[]>> {
  const allowed = (features: readonly PlanFeature[]): PlanFeature[] =>
    level === 'working'
      ? [...features]
      : features.filter((feature) => isPresentable(feature as PackageFeature));
  const ask = (proposal: Proposal | null) =>
    askCoverage({
      city: atlas.city,
      features: allowed(planFeatures(proposal, atlas.features)),
      areas: areasOf(places),
    });
  const today = await ask(null);
  const texts = new Map(places.map(({ id }) => [id, sentencesOf(today.get(id), text)]));
  for (const proposal of linkedProposals(places)) {
    const planned = await ask(proposal);
    for (const place of places) {
      const coverage = planned.get(place.id);
      const isLinked = placeEntries(place, 'link').some(({ targetId }) => targetId === proposal.id);
      if (coverage && isLinked)
        texts.get(place.id)?.push(
          text.t('meeting.coverage.with', {
            name: proposal.name,
            lit: text.format.percent(rounded(coverage.litShare)),
            seen: text.format.percent(rounded(coverage.seenShare)),
          }),
        );
    }
  }
  return texts;
}

/** Whole percents: the shape itself is coarse. */
const rounded = (share: number): number => Math.round(share * 100) / 100;
/** Less than this of a surface is nothing to speak of. */
const NOTHING = 0.005;

/** What is there, what is missing, and what nobody knows. */
export function sentencesOf(
  coverage: Coverage | undefined,
  { t, format }: Pick<Text, 't' | 'format'>,
): string[] {
  if (!coverage) return [t('meeting.coverage.notYet')];
  const { litShare, darkShare, unknownShare, seenShare } = coverage;
  const percent = (share: number): string => format.percent(rounded(share));
  return [
    litShare > NOTHING
      ? t('meeting.coverage.lit', { share: percent(litShare) })
      : t('meeting.coverage.unlit'),
    ...(darkShare > NOTHING ? [t('meeting.coverage.dark', { share: percent(darkShare) })] : []),
    ...(unknownShare > NOTHING ? [t('meeting.coverage.unknown', { share: percent(unknownShare) })] : []),
    seenShare > NOTHING
      ? t('meeting.coverage.seen', { share: percent(seenShare) })
      : t('meeting.coverage.unseen'),
  ];
}
