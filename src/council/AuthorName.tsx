import { useText } from '../i18n/TextProvider.tsx';
import { chooseAuthor, useAuthor } from '../state/author.ts';
import { AuthorField } from './AuthorField.tsx';
import { Writer } from './Writer.tsx';

/** Who writes on this device: a name that is shown beside everything said. */
export function AuthorName() {
  const { t } = useText();
  const name = useAuthor((state) => state.name);
  return (
    <div className="author">
      <Writer
        label={name ? t('meeting.author.as', { name }) : t('meeting.author.choose')}
        look="link"
        save={t('meeting.author.save')}
        asksName={false}
        onSubmit={(form) => chooseAuthor(String(form.get('author') ?? ''))}
      >
        <AuthorField />
      </Writer>
    </div>
  );
}
