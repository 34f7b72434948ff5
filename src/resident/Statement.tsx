import { useEffect, useRef } from 'react';
import type { TextKey } from '../i18n/messages.ts';
import { useText } from '../i18n/TextProvider.tsx';
import type { Atlas } from '../state/atlas.ts';
import { changeView } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';
import { OutwardLinks } from './OutwardLinks.tsx';

/** When the statement was last read through against the page and its tests. */
const REVIEWED_ON = '2026-11-22';
/** The authority that supervises the Swedish accessibility act (2018:1937). */
const SUPERVISION_URL = 'https://www.digg.se/tdosanmalan';

const TESTED: readonly TextKey[] = [
  'statement.tested.rules',
  'statement.tested.keyboard',
  'statement.tested.reflow',
  'statement.tested.settings',
  'statement.tested.lighthouse',
];
const NOT_TESTED: readonly TextKey[] = ['statement.untested.people', 'statement.untested.browsers'];
const SHORTCOMINGS: readonly TextKey[] = [
  'statement.short.map',
  'statement.short.language',
  'statement.short.audit',
];

/** The accessibility statement: what was tested, what was not, what falls short and whom to tell. */
export default function Statement({ atlas }: { atlas: Atlas }) {
  const { t, format } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <article className="statement">
      <button
        type="button"
        className="link back"
        onClick={() => changeView({ pane: 'map', selection: null, point: null })}
      >
        <Icon name="back" size={16} />
        {t('app.back')}
      </button>
      <h2 ref={heading} tabIndex={-1}>
        {t('statement.title')}
      </h2>
      <p>{t('statement.intro')}</p>
      <h3>{t('statement.instead')}</h3>
      <p>
        {t('statement.insteadHow')}{' '}
        <button type="button" className="link" onClick={() => changeView({ pane: 'list', selection: null })}>
          {t('list.title')}
        </button>
      </p>
      <Points title={t('statement.tested')} keys={TESTED} />
      <Points title={t('statement.untested')} keys={NOT_TESTED} />
      <Points title={t('statement.short')} keys={SHORTCOMINGS} />
      <h3>{t('statement.report')}</h3>
      <p>{t('statement.reportHow')}</p>
      <OutwardLinks links={atlas.city.links.filter(({ kind }) => kind === 'contact')}>
        <li>
          <a href={SUPERVISION_URL} rel="noreferrer">
            {t('statement.supervision')}
          </a>
        </li>
      </OutwardLinks>
      <h3>{t('statement.how')}</h3>
      <p>{t('statement.howWe', { date: format.date(REVIEWED_ON) })}</p>
    </article>
  );
}

function Points({ title, keys }: { title: string; keys: readonly TextKey[] }) {
  const { t } = useText();
  return (
    <>
      <h3>{title}</h3>
      <ul className="statement-points">
        {keys.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </>
  );
}
