import type { CSSProperties, ReactNode } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { changeView, useOpen } from '../../state/store.ts';
import type { Selection } from '../../state/view.ts';
import { ProgrammeMark, programmeStyle } from '../ProgrammeMark.tsx';
import type { GrantBranch, GrantPart, MoneyBranch, MoneyOrder } from './parts.ts';

/** Makes the smallest grant of 200 000 kronor tall enough to press; in `rem`, so that the boxes grow with the text. */
const REM_PER_MILLION_SEK = 8;
const LINE_REM = 1;
/** From here on a box has room for a name and below it an amount. */
const TWO_LINES_REM = 2.2;
const MOST_PAD_REM = 0.5;

const heightRem = (amountSek: number): number => (amountSek / 1e6) * REM_PER_MILLION_SEK;
const heightOf = (amountSek: number): CSSProperties => ({ height: `${heightRem(amountSek).toFixed(3)}rem` });
const hasRoom = (amountSek: number): boolean => heightRem(amountSek) >= TWO_LINES_REM;
/** Text stands at the top of a tall box and in the middle of a low one. */
function padOf(amountSek: number): CSSProperties {
  const textRem = (hasRoom(amountSek) ? 2 : 1) * LINE_REM;
  const padRem = Math.max(0, Math.min(MOST_PAD_REM, (heightRem(amountSek) - textRem) / 2));
  return { paddingTop: `${padRem.toFixed(3)}rem` };
}

/** From the money to its place: the details in the panel, the map beside them. */
const open = (selection: Selection): void => changeView({ selection, pane: 'map' });

interface PictureProps {
  readonly atlas: Atlas;
  readonly branches: readonly MoneyBranch[];
  readonly order: MoneyOrder;
}

/** Boxes as tall as their money, in three columns; each level adds up to the one to its left. Lists in lists to the ear. */
export function MoneyPicture({ atlas, branches, order }: PictureProps) {
  const { t } = useText();
  return (
    <ul className="money-picture" aria-label={t('money.picture')}>
      {branches.map((branch) => (
        <BranchRow key={branch.id} atlas={atlas} branch={branch} order={order} />
      ))}
    </ul>
  );
}

function BranchRow({ atlas, branch, order }: { atlas: Atlas; branch: MoneyBranch; order: MoneyOrder }) {
  const { local } = useText();
  const programme = order === 'programme' ? atlas.programmes.get(branch.id) : undefined;
  const board = order === 'board' ? atlas.boards.get(branch.id) : undefined;
  const name = programme ? local(programme.short) : board ? local(board.short) : branch.id;
  return (
    <li className="money-branch" style={programme ? programmeStyle(programme) : undefined}>
      <Part
        selection={{ kind: order, id: branch.id }}
        name={name}
        amountSek={branch.amountSek}
        className="money-first"
        {...(programme && { mark: <ProgrammeMark programme={programme} /> })}
      />
      <ul>
        {branch.grants.map((grant) => (
          <GrantRow key={grant.grant.id} atlas={atlas} branch={grant} order={order} />
        ))}
      </ul>
    </li>
  );
}

function GrantRow({ atlas, branch, order }: { atlas: Atlas; branch: GrantBranch; order: MoneyOrder }) {
  const { local } = useText();
  const { grant, parts } = branch;
  const programme = atlas.programmes.get(grant.programmeId);
  const other = order === 'programme' ? atlas.boards.get(grant.namndId) : programme;
  return (
    <li className="money-grant" style={programme ? programmeStyle(programme) : undefined}>
      <Part
        selection={{ kind: 'grant', id: grant.id }}
        name={other ? local(other.short) : grant.id}
        amountSek={grant.amountSek}
        className="money-second"
        {...(order === 'board' && programme && { mark: <ProgrammeMark programme={programme} /> })}
      />
      <ul>
        {parts.map((part) => (
          <li key={part.kind === 'known' ? part.measure.id : part.kind} style={heightOf(part.amountSek)}>
            <GrantShare part={part} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function GrantShare({ part }: { part: GrantPart }) {
  const { t, local } = useText();
  if (part.kind === 'known')
    return (
      <Part
        selection={{ kind: 'measure', id: part.measure.id }}
        name={local(part.measure.name)}
        amountSek={part.amountSek}
        className="money-third"
      />
    );
  const words = t(part.measures.length === 0 ? 'money.unknownNone' : 'money.rest');
  const isLow = !hasRoom(part.amountSek);
  return (
    <div className={isLow ? 'money-undivided low' : 'money-undivided'}>
      <p className={isLow && part.measures.length > 0 ? 'only-read' : undefined}>{words}</p>
      <ul>
        {part.measures.map((measure) => (
          <li key={measure.id}>
            <button
              type="button"
              className="link"
              title={`${local(measure.name)}: ${t('package.included')}`}
              onClick={() => open({ kind: 'measure', id: measure.id })}
            >
              {local(measure.name)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface PartProps {
  readonly selection: Selection;
  readonly name: string;
  readonly amountSek: number;
  readonly className: string;
  readonly mark?: ReactNode;
}

/** One box. A low one says name and amount on one line, or as much of it as there is room for. */
function Part({ selection, name, amountSek, className, mark }: PartProps) {
  const { t, format } = useText();
  const isSelected = useOpen(
    ({ view }) => view.selection?.kind === selection.kind && view.selection.id === selection.id,
  );
  const amount = format.sek(amountSek);
  return (
    <button
      type="button"
      className={`money-box ${className}${hasRoom(amountSek) ? '' : ' low'}`}
      style={{ ...heightOf(amountSek), ...padOf(amountSek) }}
      title={t('money.part', { name, amount })}
      aria-current={isSelected ? 'true' : undefined}
      onClick={() => open(selection)}
    >
      {mark}
      <span className="money-name">{name}</span> <span className="amount">{amount}</span>
    </button>
  );
}
