import { useMemo } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { usePatterns } from '../../state/councilData.ts';
import { usePapers } from '../../state/papers.ts';
import { useOpen } from '../../state/store.ts';
import { presentedPlan, type Side, useComparing } from './comparison.ts';

/** What the map of the meeting shows: one side, or two with a slider between them. */
export function useSides(atlas: Atlas): readonly [Side] | readonly [Side, Side] {
  const { t } = useText();
  const { comparing } = useComparing();
  const readings = useOpen((state) => state.view.readings);
  const workspace = usePapers((state) => state.workspace);
  const changes = usePapers((state) => state.changes.proposals);
  const pair = usePatterns((state) => state.pair);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count of changes stands for the proposals' content
  return useMemo(() => {
    const side = (id: string | null): Side => {
      const reading = id === null ? undefined : workspace?.readProposal(id);
      const proposal = reading?.kind === 'proposal' ? reading.proposal : null;
      const title = proposal?.name ?? t('meeting.compare.today');
      return { title, ...presentedPlan({ atlas, proposal, readings }), overlays: [], images: [] };
    };
    if (comparing.kind === 'proposals') return [side(comparing.leftId), side(comparing.rightId)];
    if (comparing.kind === 'periods' && pair) {
      const city = presentedPlan({ atlas, proposal: null, readings });
      const [left, right] = pair;
      return [
        { ...city, ...left },
        { ...city, ...right },
      ];
    }
    return [side(null)];
  }, [atlas, comparing, readings, workspace, changes, pair, t]);
}
