import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import { changeView, useOpen } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';

/** The heading of what is selected. It takes the focus when it appears, so that the reader lands on it. */
export function DetailsHeading({ title, kind, chip }: { title: string; kind: string; chip?: ReactNode }) {
  const { t } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const isEmbedded = useOpen((state) => state.view.isEmbedded);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new title is a new selection
  useEffect(() => {
    // Inside somebody's page it may not take the focus, or scroll, while the reader is elsewhere.
    if (!isEmbedded || document.hasFocus()) heading.current?.focus();
  }, [title]);
  return (
    <header className="details-heading">
      <button
        type="button"
        className="link back"
        onClick={() => changeView({ selection: null, point: null })}
      >
        <Icon name="back" size={16} />
        {t('app.back')}
      </button>
      <p className="kicker">{kind}</p>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {chip}
    </header>
  );
}
