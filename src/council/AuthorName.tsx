import { useState } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import { chooseAuthor, useAuthor } from '../state/author.ts';

/** Who writes on this device: a name that is shown beside everything said. */
export function AuthorName() {
  const { t } = useText();
  const name = useAuthor((state) => state.name);
  const [isChanging, setChanging] = useState(false);
  if (name && !isChanging)
    return (
      <p className="author">
        {t('meeting.author.as', { name })}{' '}
        <button type="button" className="link" onClick={() => setChanging(true)}>
          {t('meeting.author.change')}
        </button>
      </p>
    );
  return (
    <form
      className="author-form"
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = String(new FormData(event.currentTarget).get('author') ?? '').trim();
        if (!chosen) return;
        chooseAuthor(chosen);
        setChanging(false);
      }}
    >
      <label>
        <span className="choice-label">{t('meeting.author.label')}</span>
        <input name="author" type="text" autoComplete="name" defaultValue={name} required maxLength={80} />
      </label>
      <button type="submit" className="plain">
        {t('meeting.author.save')}
      </button>
    </form>
  );
}
