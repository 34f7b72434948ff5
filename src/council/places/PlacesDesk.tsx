import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { useCouncilPapers } from '../../state/councilPapers.ts';

/** The council's places, or the one that is open. */
export default function PlacesDesk({ atlas }: { atlas: Atlas }) {
  const { t, local } = useText();
  const { places } = useCouncilPapers();
  return <p className="muted">{places.length === 0 ? t('meeting.places.none') : local(atlas.city.name)}</p>;
}
