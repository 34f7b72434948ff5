import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';

export default function EvaluationDesk({ atlas }: { atlas: Atlas }) {
  const { local } = useText();
  return <p className="muted">{local(atlas.city.packageTitle)}</p>;
}
