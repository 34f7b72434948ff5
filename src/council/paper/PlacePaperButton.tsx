import type { CouncilPlace } from '../../domain/hotspot.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { usePaper } from './usePaper.tsx';

/** The place on one A4 page. */
export function PlacePaperButton({ atlas, place }: { atlas: Atlas; place: CouncilPlace }) {
  const { t } = useText();
  const { order, stage } = usePaper(atlas);
  return (
    <>
      <button
        type="button"
        className="plain"
        onClick={() =>
          order({
            places: [place],
            compose: async (parts) => (await import('./compose.ts')).placePaper(place, parts),
          })
        }
      >
        {t('meeting.paper.place')}
      </button>
      {stage}
    </>
  );
}
