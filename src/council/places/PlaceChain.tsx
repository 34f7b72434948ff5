import type { ReactNode } from 'react';
import { type ChainAction, type ChainCause, chainOf } from '../../domain/chain.ts';
import { firstWording } from '../../domain/entry.ts';
import type { CouncilPlace, PlaceEntry } from '../../domain/hotspot.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { todayIn } from '../today.ts';
import { EntryWriter, withdraw } from './EntryWriter.tsx';
import type { WrittenKind } from './saidFrom.ts';
import { useCouncilWords } from './words.ts';

interface PartProps {
  readonly atlas: Atlas;
  readonly place: CouncilPlace;
}

/** Problem → cause → action → result, each with what can be added to it. */
export function PlaceChain({ atlas, place }: PartProps) {
  const { t } = useText();
  const { problems, looseCauses, looseActions } = chainOf(place, todayIn(atlas.city.timeZone));
  const part = { atlas, place };
  return (
    <section aria-label={t('meeting.chain')} className="chain">
      <h3>{t('meeting.chain')}</h3>
      {problems.length === 0 && <p className="muted">{t('meeting.chain.none')}</p>}
      <ul>
        {problems.map(({ problem, causes }) => (
          <ChainNode key={firstWording(place.entries, problem.id)} {...part} entry={problem} kind="problem">
            {problem.basis && (
              <p className="small muted">{t('meeting.chain.basis', { basis: problem.basis })}</p>
            )}
            <ul>
              {causes.map((cause) => (
                <Cause key={firstWording(place.entries, cause.cause.id)} {...part} node={cause} />
              ))}
              <li>
                <EntryWriter
                  {...part}
                  kind="cause"
                  parentIds={[problem.id]}
                  label={t('meeting.add.cause')}
                  look="add"
                />
              </li>
            </ul>
          </ChainNode>
        ))}
        {looseCauses.map((cause) => (
          <Cause key={firstWording(place.entries, cause.cause.id)} {...part} node={cause} />
        ))}
        {looseActions.map((action) => (
          <Action key={firstWording(place.entries, action.action.id)} {...part} node={action} />
        ))}
        <li>
          <EntryWriter {...part} kind="problem" label={t('meeting.add.problem')} look="add" />
        </li>
      </ul>
    </section>
  );
}

function Cause({ node: { cause, actions }, ...part }: PartProps & { node: ChainCause }) {
  const { t } = useText();
  const { entries } = part.place;
  return (
    <ChainNode {...part} entry={cause} kind="cause">
      <ul>
        {actions.map((action) => (
          <Action key={firstWording(entries, action.action.id)} {...part} node={action} />
        ))}
        <li>
          <EntryWriter
            {...part}
            kind="action"
            parentIds={[cause.id]}
            label={t('meeting.add.action')}
            look="add"
          />
        </li>
      </ul>
    </ChainNode>
  );
}

function Action({ node: { action, state, results }, ...part }: PartProps & { node: ChainAction }) {
  const { t } = useText();
  const words = useCouncilWords(part.atlas);
  const { entries } = part.place;
  return (
    <ChainNode {...part} entry={action} kind="action" parentIds={action.causeIds}>
      <p className="small">
        <span className={state === 'overdue' ? 'mark mark-strong' : 'mark'}>
          {t(`meeting.state.${state}`)}
        </span>{' '}
        {words.responsible(action.responsible)}
        {action.dueDate && ` · ${t('meeting.chain.due', { date: words.day(action.dueDate) })}`}
      </p>
      <ul>
        {results.map((result) => (
          <ChainNode
            key={firstWording(entries, result.id)}
            {...part}
            entry={result}
            kind="result"
            parentIds={[result.actionId]}
          >
            <p className="small">
              {t(`meeting.done.${result.done}`)} · {words.day(result.date)}
            </p>
          </ChainNode>
        ))}
        <li>
          <EntryWriter
            {...part}
            kind="result"
            parentIds={[action.id]}
            label={t('meeting.add.result')}
            look="add"
          />
        </li>
      </ul>
    </ChainNode>
  );
}

interface ChainNodeProps extends PartProps {
  readonly entry: Extract<PlaceEntry, { kind: WrittenKind }>;
  readonly kind: WrittenKind;
  readonly parentIds?: readonly string[];
  readonly children?: ReactNode;
}

/** One link of the chain: what it is, what it says, who said it, and the ways to correct it or take it back. */
export function ChainNode({ atlas, place, entry, kind, parentIds, children }: ChainNodeProps) {
  const { t } = useText();
  const words = useCouncilWords(atlas);
  const kept = parentIds ?? (entry.kind === 'cause' ? entry.problemIds : []);
  return (
    <li className={`link-${kind}`}>
      <p className="kicker">
        <span className="strong">{t(`meeting.kind.${kind}`)}</span> · {words.said(entry)}
      </p>
      <p className="said">{entry.text}</p>
      <p className="node-tools">
        <EntryWriter
          {...{ atlas, place, kind }}
          parentIds={kept}
          olds={[entry]}
          label={t('meeting.change')}
          spoken={t('meeting.change.spoken', { text: entry.text })}
          look="link"
        />
        <button
          type="button"
          className="link"
          aria-label={t('meeting.withdraw.spoken', { text: entry.text })}
          onClick={() => withdraw(place, [entry.id], 'withdrawEntry')}
        >
          {t('meeting.withdraw')}
        </button>
      </p>
      {children}
    </li>
  );
}
