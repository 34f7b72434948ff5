import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';

/** The council's meetings. */
export default function MeetingDesk({ atlas }: { atlas: Atlas }) {
  const { local } = useText();
  return <p className="muted">{local(atlas.city.name)}</p>;
}
