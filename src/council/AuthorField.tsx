import { useText } from '../i18n/TextProvider.tsx';
import { useAuthor } from '../state/author.ts';

/** The field for the name that this device writes under. */
export function AuthorField() {
  const { t } = useText();
  const name = useAuthor((state) => state.name);
  return (
    <label>
      <span className="choice-label">{t('meeting.author.label')}</span>
      <input name="author" type="text" autoComplete="name" defaultValue={name} required maxLength={80} />
    </label>
  );
}
