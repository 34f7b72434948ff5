import type { Stamp } from '../../domain/entry.ts';
import {
  type CouncilPlace,
  type PlaceEntryOf,
  placeEntries,
  type Responsible,
} from '../../domain/hotspot.ts';
import { type Text, useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { usePapers } from '../../state/papers.ts';

/** What a place is called; every copy has the same answer. */
export const nameOf = (place: CouncilPlace, { t }: Pick<Text, 't'>): string =>
  placeEntries(place, 'name').at(-1)?.text ?? t('meeting.place.noName');

/** How council things are written for people. */
export interface CouncilWords {
  responsible(responsible: Responsible | undefined): string;
  link(link: Pick<PlaceEntryOf<'link'>, 'to' | 'targetId'>): string;
  /** Who wrote it and on which day. */
  said(stamp: Stamp): string;
  day(isoDate: string): string;
}

/** Words about boards, links and proposals, from the city and the workspace. */
export function councilWords(
  { t, local, format }: Text,
  atlas: Atlas,
  proposalName: (id: string) => string | undefined,
): CouncilWords {
  const board = (id: string): string => {
    const known = atlas.boards.get(id);
    return known ? local(known.name) : id;
  };
  const target = ({ to, targetId }: Pick<PlaceEntryOf<'link'>, 'to' | 'targetId'>): string | undefined => {
    if (to === 'proposal') return proposalName(targetId);
    if (to === 'measure') {
      const funded = atlas.measures.get(targetId);
      return funded && local(funded.measure.name);
    }
    const feature = atlas.featureById.get(targetId);
    return feature && local(feature.properties.name);
  };
  return {
    responsible: (responsible) =>
      responsible === undefined
        ? t('meeting.responsible.none')
        : responsible.kind === 'board'
          ? board(responsible.namndId)
          : responsible.name,
    link: (link) => target(link) ?? t('meeting.link.gone', { id: link.targetId }),
    said: ({ author, at }) => t('meeting.said', { author, date: format.date(at.slice(0, 10)) }),
    day: (isoDate) => format.date(isoDate),
  };
}

/** The proposals of the workspace by id and name. */
export function useProposals(): readonly { readonly id: string; readonly name: string }[] {
  const workspace = usePapers((state) => state.workspace);
  usePapers((state) => state.changes.proposals);
  return (workspace?.ids('proposals') ?? []).map((id) => {
    const reading = workspace?.readProposal(id);
    return { id, name: reading?.kind === 'proposal' ? reading.proposal.name : id };
  });
}

export function useCouncilWords(atlas: Atlas): CouncilWords {
  const text = useText();
  const proposals = useProposals();
  return councilWords(text, atlas, (id) => proposals.find((each) => each.id === id)?.name);
}
