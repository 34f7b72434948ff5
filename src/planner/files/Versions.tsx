import { useMemo, useState } from 'react';
import type { Proposal } from '../../domain/proposal.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { usePapers } from '../../state/papers.ts';
import { restoreVersion, usePlanning } from '../../state/planning.ts';

/** Named states of the open proposal, to come back to. */
export function Versions() {
  const { t } = useText();
  const proposal = usePlanning((state) => state.committed);
  return proposal ? (
    <ProposalVersions proposal={proposal} />
  ) : (
    <p className="muted">{t('exchange.versions.needProposal')}</p>
  );
}

function ProposalVersions({ proposal }: { proposal: Proposal }) {
  const { t, language } = useText();
  const workspace = usePapers((state) => state.workspace);
  const changes = usePapers((state) => state.changes.versions);
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const place = useMemo(() => ({ collection: 'proposals', recordId: proposal.id }) as const, [proposal.id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is read anew whenever a version was kept
  const versions = useMemo(() => workspace?.versions(place) ?? [], [workspace, place, changes]);
  const clock = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  if (!workspace) return null;
  return (
    <>
      <form
        className="version-form"
        onSubmit={(event) => {
          event.preventDefault();
          const wanted = name.trim() || t('exchange.versions.unnamed', { nth: versions.length + 1 });
          workspace.saveVersion(place, wanted);
          setSaid(t('exchange.versions.saved', { name: wanted }));
          setName('');
        }}
      >
        <label className="field">
          <span className="choice-label">{t('exchange.versions.name')}</span>
          <input type="text" value={name} maxLength={80} onChange={({ target }) => setName(target.value)} />
        </label>
        <button type="submit" className="tool">
          {t('exchange.versions.save')}
        </button>
      </form>
      <p role="status" className="muted">
        {said}
      </p>
      <ul className="versions">
        {versions.map((version) => (
          <li key={version.id}>
            <span>
              <strong>{version.name}</strong>
              <span className="muted block">{clock.format(new Date(version.at))}</span>
            </span>
            <button
              type="button"
              className="tool"
              aria-label={t('exchange.versions.restoreNamed', { name: version.name })}
              onClick={() => {
                restoreVersion(version.id, {
                  key: 'exchange.step.restore',
                  params: { name: version.name },
                });
                setSaid(t('exchange.versions.restored', { name: version.name }));
              }}
            >
              {t('exchange.versions.restore')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
