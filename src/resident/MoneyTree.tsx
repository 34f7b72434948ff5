import { useState } from 'react';
import type { Grant, Measure, Programme } from '../domain/city.ts';
import { useText } from '../i18n/TextProvider.tsx';
import type { Atlas } from '../state/atlas.ts';
import { select } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';
import { programmeAmountSek } from './MoneyBar.tsx';
import { ProgrammeMark } from './ProgrammeMark.tsx';

/** Programme → grant → measure, each a button to its details. Filtered by board when one is chosen. */
export function MoneyTree({ atlas, boardId }: { atlas: Atlas; boardId: string | null }) {
  const { city } = atlas;
  const grantsOf = (programme: Programme): Grant[] =>
    city.grants.filter(
      (grant) => grant.programmeId === programme.id && (boardId === null || grant.namndId === boardId),
    );
  return (
    <ul className="tree">
      {city.programmes
        .filter((programme) => grantsOf(programme).length > 0)
        .map((programme) => (
          <ProgrammeBranch
            key={`${programme.id} ${boardId}`}
            atlas={atlas}
            programme={programme}
            grants={grantsOf(programme)}
            startsOpen={boardId !== null}
          />
        ))}
    </ul>
  );
}

interface BranchProps {
  readonly atlas: Atlas;
  readonly programme: Programme;
  readonly grants: readonly Grant[];
  readonly startsOpen: boolean;
}

function ProgrammeBranch({ atlas, programme, grants, startsOpen }: BranchProps) {
  const { t, local, format } = useText();
  const [isOpen, setOpen] = useState(startsOpen);
  const amountSek = programmeAmountSek(atlas.city, programme.id);
  const bodyId = `programme-${programme.id}`;
  return (
    <li>
      <button
        type="button"
        className="tree-programme"
        aria-expanded={isOpen}
        aria-controls={bodyId}
        onClick={() => setOpen(!isOpen)}
      >
        <ProgrammeMark programme={programme} />
        <span className="tree-name">{local(programme.short)}</span>
        <span className="amount">{format.sek(amountSek)}</span>
        <Icon name="chevron" size={16} />
      </button>
      <div id={bodyId} hidden={!isOpen} className="tree-body">
        <p className="tree-about">
          {local(programme.name)}{' '}
          <button
            type="button"
            className="link"
            aria-label={t('package.open', { name: local(programme.short) })}
            onClick={() => select({ kind: 'programme', id: programme.id })}
          >
            {t('details.showOnMap')}
          </button>
        </p>
        <ul>
          {grants.map((grant) => (
            <GrantBranch key={grant.id} atlas={atlas} grant={grant} />
          ))}
        </ul>
      </div>
    </li>
  );
}

function GrantBranch({ atlas, grant }: { atlas: Atlas; grant: Grant }) {
  const { local, format } = useText();
  const board = atlas.boards.get(grant.namndId);
  const measures = atlas.city.measures.filter((measure) => measure.grantId === grant.id);
  return (
    <li className="tree-grant">
      <button type="button" className="tree-row" onClick={() => select({ kind: 'grant', id: grant.id })}>
        <strong className="tree-name">{board ? local(board.name) : grant.namndId}</strong>
        <strong className="amount">{format.sek(grant.amountSek)}</strong>
      </button>
      <ul className="tree-measures">
        {measures.map((measure) => (
          <li key={measure.id}>
            <MeasureRow measure={measure} />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** One measure: its name, and its share of the grant or the plain words that it is part of it. */
export function MeasureRow({ measure }: { measure: Measure }) {
  const { t, local, format } = useText();
  return (
    <button type="button" className="tree-row" onClick={() => select({ kind: 'measure', id: measure.id })}>
      <span className="tree-name">{local(measure.name)}</span>
      {measure.share.kind === 'known' ? (
        <span className="amount">{format.sek(measure.share.amountSek)}</span>
      ) : (
        <em className="amount">{t('package.included')}</em>
      )}
    </button>
  );
}
