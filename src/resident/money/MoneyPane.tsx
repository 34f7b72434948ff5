import './money.css';
import { useMemo, useState } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { changeView, useOpen } from '../../state/store.ts';
import { Segments } from '../../ui/Choice.tsx';
import { MoneyPicture } from './MoneyPicture.tsx';
import { MoneyTable } from './MoneyTable.tsx';
import { knownSek, MONEY_ORDERS, type MoneyOrder, moneyBranches } from './parts.ts';

const SHAPES = ['picture', 'table'] as const;

/** Where the money went: one picture by programme or board and measure, and the same as a table. */
export default function MoneyPane({ atlas }: { atlas: Atlas }) {
  const { t, local, format } = useText();
  const boardId = useOpen((state) => state.view.boardId);
  const [shape, setShape] = useState<(typeof SHAPES)[number]>('picture');
  const [order, setOrder] = useState<MoneyOrder>('programme');
  const branches = useMemo(() => moneyBranches(atlas.city, order, boardId), [atlas.city, order, boardId]);
  const totalSek = branches.reduce((sum, { amountSek }) => sum + amountSek, 0);
  const board = boardId ? atlas.boards.get(boardId) : undefined;
  return (
    <section className="list-pane money-pane" aria-labelledby="money-title">
      <h2 id="money-title">{t('money.title')}</h2>
      <p className="money-total">
        <span className="big-amount">{format.sek(totalSek)}</span>{' '}
        <span className="muted">
          {t('money.known', { known: format.sek(knownSek(branches)), total: format.sek(totalSek) })}
        </span>
      </p>
      {board && (
        <p role="status" className="filtered">
          {t('boards.filtered', { name: local(board.name), amount: format.sek(totalSek) })}{' '}
          <button type="button" className="link" onClick={() => changeView({ boardId: null })}>
            {t('boards.clear')}
          </button>
        </p>
      )}
      <div className="list-tools">
        <Segments
          label={t('money.shape')}
          value={shape}
          options={SHAPES.map((value) => ({ value, label: t(`money.shape.${value}`) }))}
          onChange={setShape}
        />
        {shape === 'picture' && (
          <Segments
            label={t('money.order')}
            value={order}
            options={MONEY_ORDERS.map((value) => ({ value, label: t(`money.order.${value}`) }))}
            onChange={setOrder}
          />
        )}
      </div>
      {shape === 'picture' ? (
        <>
          <p className="muted money-intro">{t('money.intro')}</p>
          <MoneyPicture atlas={atlas} branches={branches} order={order} />
        </>
      ) : (
        <MoneyTable atlas={atlas} boardId={boardId} />
      )}
    </section>
  );
}
