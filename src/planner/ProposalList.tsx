import { type FormEvent, useState } from 'react';
import type { Manifest } from '../domain/feature.ts';
import type { Proposal } from '../domain/proposal.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { newProposal } from '../proposal/newProposal.ts';
import type { Atlas } from '../state/atlas.ts';
import { newId, nowStamp, usePapers } from '../state/papers.ts';
import { commitNew, usePlanning } from '../state/planning.ts';
import { releaseOf } from '../state/release.ts';
import { changeView } from '../state/store.ts';
import { usualGrantId } from './defaults.ts';

/** Every proposal on this device, and a field for a new one. */
export function ProposalList({ atlas, manifest }: { atlas: Atlas; manifest: Manifest }) {
  const { t } = useText();
  const workspace = usePapers((state) => state.workspace);
  // read anew at every change, whoever made it
  usePapers((state) => state.changes.proposals);
  const trouble = usePlanning((state) => state.trouble);
  const ids = workspace?.ids('proposals') ?? [];
  const readings = ids.map((id) => ({ id, reading: workspace?.readProposal(id) }));
  const proposals = readings
    .flatMap(({ reading }) => (reading?.kind === 'proposal' ? [reading.proposal] : []))
    .sort((a, b) => (changedAt(a) < changedAt(b) ? 1 : -1));
  const inUse = proposals.filter(({ status }) => status !== 'arkiverad');
  const archived = proposals.filter(({ status }) => status === 'arkiverad');
  return (
    <>
      <h2>{t('planner.title')}</h2>
      <p>{t('planner.intro')}</p>
      {trouble?.kind === 'missing' && <p className="box">{t('planner.proposals.missing')}</p>}
      <Create atlas={atlas} manifest={manifest} />
      <h3>{t('planner.proposals')}</h3>
      {proposals.length === 0 && <p className="box">{t('planner.proposals.empty')}</p>}
      <ul className="plan-cards">
        {inUse.map((proposal) => (
          <Card key={proposal.id} proposal={proposal} />
        ))}
      </ul>
      {readings.map(
        ({ id, reading }) =>
          reading?.kind === 'unreadable' && (
            <div key={id} className="box">
              <p>{t('planner.proposals.unreadable', { id })}</p>
              <p className="muted">{t('planner.proposals.why', { why: reading.why })}</p>
            </div>
          ),
      )}
      {archived.length > 0 && (
        <details>
          <summary>{t('planner.proposals.archived', { count: archived.length })}</summary>
          <ul className="plan-cards">
            {archived.map((proposal) => (
              <Card key={proposal.id} proposal={proposal} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const changedAt = ({ id, createdAt }: Proposal): string =>
  usePapers.getState().workspace?.changedAt(id) ?? createdAt;

function Create({ atlas, manifest }: { atlas: Atlas; manifest: Manifest }) {
  const { t } = useText();
  const [name, setName] = useState('');
  const create = (event: FormEvent): void => {
    event.preventDefault();
    const grantId = usualGrantId(atlas);
    const budgetSek = atlas.grants.get(grantId ?? '')?.amountSek ?? 0;
    if (!name.trim()) return;
    commitNew(
      { key: 'planner.step.create' },
      newProposal({
        ...{ id: newId(), name: name.trim(), basedOn: releaseOf(manifest), budgetSek, at: nowStamp() },
        ...(grantId !== undefined && { grantId }),
      }),
    );
  };
  return (
    <form className="plan-create" onSubmit={create}>
      <label>
        {t('planner.create.name')}
        <input value={name} onChange={(event) => setName(event.target.value)} maxLength={120} required />
      </label>
      <button type="submit" className="primary">
        {t('planner.create.do')}
      </button>
    </form>
  );
}

function Card({ proposal }: { proposal: Proposal }) {
  const { t, format } = useText();
  const { id, name, status } = proposal;
  return (
    <li>
      <button
        type="button"
        className="plan-card"
        onClick={() => changeView({ paperId: id, comparedId: null })}
      >
        <span className="strong">{name}</span>
        <span className="muted">
          {t(`planner.standing.${status}`)} ·{' '}
          {t('planner.proposals.changed', { date: format.date(changedAt(proposal).slice(0, 10)) })}
        </span>
      </button>
    </li>
  );
}
