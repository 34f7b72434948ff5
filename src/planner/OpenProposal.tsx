import { useEffect, useState } from 'react';
import { PROPOSAL_STATUSES, type Proposal } from '../domain/proposal.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { changeProposal } from '../proposal/edits/changeProposal.ts';
import { changeStanding } from '../proposal/edits/changeStatus.ts';
import { duplicateProposal } from '../proposal/newProposal.ts';
import type { Atlas } from '../state/atlas.ts';
import { newId, nowStamp } from '../state/papers.ts';
import { commitNew, say, usePlanning } from '../state/planning.ts';
import { changeView } from '../state/store.ts';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/Icon.tsx';
import { deskOf, keep } from './desk.ts';
import { ObjectList } from './ObjectList.tsx';
import { StepButtons } from './StepButtons.tsx';

/** The open proposal: its name and standing, its steps, and everything in it. */
export function OpenProposal({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const proposal = usePlanning((state) => state.committed);
  if (!proposal) return null;
  const duplicate = (): void => {
    const name = t('planner.proposal.copyName', { name: proposal.name });
    commitNew(
      { key: 'planner.step.duplicate' },
      duplicateProposal(proposal, { id: newId(), name, at: nowStamp() }),
    );
  };
  return (
    <>
      <button
        type="button"
        className="link plan-back"
        onClick={() => changeView({ paperId: null, comparedId: null })}
      >
        <Icon name="back" size={16} />
        {t('planner.proposals.back')}
      </button>
      <h2 className="only-read">{proposal.name}</h2>
      <NameField key={proposal.id} proposal={proposal} />
      <StepButtons />
      <Standing atlas={atlas} proposal={proposal} />
      <p className="plan-row">
        <button type="button" onClick={duplicate}>
          {t('planner.proposal.duplicate')}
        </button>
      </p>
      <ObjectList atlas={atlas} proposal={proposal} />
    </>
  );
}

function NameField({ proposal }: { proposal: Proposal }) {
  const { t } = useText();
  const [name, setName] = useState(proposal.name);
  useEffect(() => setName(proposal.name), [proposal.name]);
  const rename = (): void => {
    const given = name.trim();
    if (given === '') setName(proposal.name);
    else if (given !== proposal.name)
      keep({ key: 'planner.step.rename' }, changeProposal(proposal, { name: given }));
  };
  return (
    <label className="plan-name">
      <span className="only-read">{t('planner.proposal.name')}</span>
      <input
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
        onBlur={rename}
        onKeyDown={(event) => event.key === 'Enter' && rename()}
      />
    </label>
  );
}

/** Where the proposal stands; deciding is refused while a camera lacks what the law asks for. */
function Standing({ atlas, proposal }: { atlas: Atlas; proposal: Proposal }) {
  const { t } = useText();
  const [blockedCount, setBlocked] = useState(0);
  const change = (status: Proposal['status']): void => {
    const desk = deskOf(atlas);
    if (!desk) return;
    const { proposal: after, blockers } = changeStanding(desk.plan, status);
    setBlocked(blockers.length);
    if (blockers.length > 0) say({ key: 'planner.said.blocked', params: { count: blockers.length } });
    else keep({ key: 'planner.step.standing' }, after);
  };
  return (
    <div>
      <Choice
        label={t('planner.proposal.standing')}
        value={proposal.status}
        options={PROPOSAL_STATUSES.map((value) => ({ value, label: t(`planner.standing.${value}`) }))}
        onChange={change}
      />
      {blockedCount > 0 && (
        <p className="plan-blocked" role="alert">
          {t('planner.said.blocked', { count: blockedCount })}{' '}
          <button type="button" className="link" onClick={() => changeView({ desk: 'checks' })}>
            {t('planner.blocked.show')}
          </button>
        </p>
      )}
    </div>
  );
}
