import { useText } from '../i18n/TextProvider.tsx';
import type { Atlas } from '../state/atlas.ts';
import { changeView, useOpen } from '../state/store.ts';
import { Choice } from '../ui/Choice.tsx';
import { FactList } from './FactList.tsx';
import { MoneyBar } from './MoneyBar.tsx';
import { MoneyTree } from './MoneyTree.tsx';
import { StreetsSource } from './StreetsSource.tsx';

const ALL = 'all';

/** The whole package at a glance: the sum, the bar, the board filter and the tree. */
export function Overview({ atlas }: { atlas: Atlas }) {
  const { t, local, format } = useText();
  const boardId = useOpen((state) => state.view.boardId);
  const { city } = atlas;
  const boardSum = city.grants
    .filter((grant) => grant.namndId === boardId)
    .reduce((sum, grant) => sum + grant.amountSek, 0);
  const board = boardId ? atlas.boards.get(boardId) : undefined;
  return (
    <>
      <h2 className="only-read">{t('package.heading')}</h2>
      <p className="lead">{local(city.about)}</p>
      <ul className="ways">
        <li>
          <button type="button" className="link" onClick={() => changeView({ pane: 'story' })}>
            {t('story.open')}
          </button>
        </li>
        <li>
          <button type="button" className="link" onClick={() => changeView({ pane: 'money' })}>
            {t('money.open')}
          </button>
        </li>
      </ul>
      <div className="total">
        <span className="big-amount">{format.sek(city.totalSek)}</span>
        <span className="muted">
          {t('package.counts', {
            grants: city.grants.length,
            boards: city.boards.length,
            measures: city.measures.length,
          })}
        </span>
      </div>
      <MoneyBar
        city={city}
        dimmed={(programme) =>
          boardId !== null &&
          !city.grants.some((g) => g.programmeId === programme.id && g.namndId === boardId)
        }
      />
      <Choice
        label={t('boards.legend')}
        value={board ? board.id : ALL}
        options={[
          { value: ALL, label: t('boards.all') },
          ...city.boards.map((item) => ({ value: item.id, label: local(item.name) })),
        ]}
        onChange={(id) => changeView({ boardId: id === ALL ? null : id })}
      />
      {board && (
        <p role="status" className="filtered">
          {t('boards.filtered', { name: local(board.name), amount: format.sek(boardSum) })}{' '}
          <button type="button" className="link" onClick={() => changeView({ boardId: null })}>
            {t('boards.clear')}
          </button>
        </p>
      )}
      <MoneyTree atlas={atlas} boardId={board ? board.id : null} />
      <section className="about">
        <h2>{t('about.title')}</h2>
        <p>{t('about.data')}</p>
        <StreetsSource />
        <details>
          <summary>{t('about.questions')}</summary>
          <ul className="facts">
            {city.openQuestions.map((question) => (
              <li key={question.sv}>{local(question)}</li>
            ))}
          </ul>
        </details>
        <FactList atlas={atlas} title={t('about.after')} facts={city.aftermath} />
        <ul className="outward">
          {city.links.map((link) => (
            <li key={link.id}>
              {link.url ? (
                <a href={link.url} rel="noreferrer">
                  {local(link.label)}
                </a>
              ) : (
                local(link.label)
              )}
              {link.phone && `, ${link.phone}`}
            </li>
          ))}
          <li>
            <button type="button" className="link" onClick={() => changeView({ pane: 'statement' })}>
              {t('statement.title')}
            </button>
          </li>
        </ul>
      </section>
    </>
  );
}
