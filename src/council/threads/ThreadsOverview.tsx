import { useState } from 'react';
import { lastHeard, type Thread, threadState } from '../../domain/discussion.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { openThread, useCouncilPapers } from '../../state/councilPapers.ts';
import { changeView } from '../../state/store.ts';
import { Field } from '../places/PlaceFields.tsx';
import { nameOf, useProposals } from '../places/words.ts';
import { fieldOf, Writer } from '../Writer.tsx';
import { ThreadView } from './ThreadView.tsx';

/** All open conversations, wherever they are pinned, and those about proposals. */
export function ThreadsOverview({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const { threads } = useCouncilPapers();
  const [opened, setOpened] = useState<string | null>(null);
  const shown = threads
    .filter((thread) => threadState(thread) === 'open' || thread.pin.kind === 'proposal')
    .sort((a, b) => (lastHeard(a) < lastHeard(b) ? 1 : -1));
  return (
    <section aria-label={t('meeting.threads.open')}>
      <h3>{t('meeting.threads.open')}</h3>
      {shown.length === 0 && <p className="muted">{t('meeting.threads.nowhere')}</p>}
      <ul className="place-list">
        {shown.map((thread) =>
          thread.id === opened ? (
            <li key={thread.id}>
              <ThreadView atlas={atlas} thread={thread} />
            </li>
          ) : (
            <ThreadRow
              key={thread.id}
              atlas={atlas}
              thread={thread}
              onOpen={() => {
                const { pin } = thread;
                if (pin.kind === 'place') changeView({ paperId: pin.placeId, selection: null });
                else if (pin.kind === 'feature')
                  changeView({ paperId: null, selection: { kind: 'feature', id: pin.featureId } });
                else setOpened(thread.id);
              }}
            />
          ),
        )}
      </ul>
      <ProposalThreadWriter />
    </section>
  );
}

interface RowProps {
  readonly atlas: Atlas;
  readonly thread: Thread;
  readonly onOpen: () => void;
}

function ThreadRow({ atlas, thread, onOpen }: RowProps) {
  const text = useText();
  const { t, local, format } = text;
  const { places } = useCouncilPapers();
  const proposals = useProposals();
  const { pin } = thread;
  const about =
    pin.kind === 'place'
      ? places.filter(({ id }) => id === pin.placeId).map((place) => nameOf(place, text))[0]
      : pin.kind === 'proposal'
        ? proposals.find(({ id }) => id === pin.proposalId)?.name
        : [atlas.featureById.get(pin.featureId)].flatMap((each) =>
            each ? local(each.properties.name) : [],
          )[0];
  return (
    <li>
      <button type="button" className="place-row" onClick={onOpen}>
        <span className="strong">{thread.title}</span>
        <span className="muted small">
          {t(`meeting.pin.${pin.kind}`)}
          {about && ` · ${about}`} · {format.date(lastHeard(thread).slice(0, 10))}
        </span>
      </button>
    </li>
  );
}

/** Begins a conversation about a proposal of the planners. */
function ProposalThreadWriter() {
  const { t } = useText();
  const proposals = useProposals();
  if (proposals.length === 0) return null;
  return (
    <Writer
      label={t('meeting.thread.aboutProposal')}
      look="add"
      save={t('meeting.thread.begin')}
      onSubmit={(form) => {
        const [proposalId, title, text] = [
          fieldOf(form, 'proposal'),
          fieldOf(form, 'title'),
          fieldOf(form, 'text'),
        ];
        if (proposalId && title && text) openThread({ kind: 'proposal', proposalId }, title, text);
      }}
    >
      <Field label={t('meeting.linkKind.proposal')}>
        <select name="proposal" required>
          {proposals.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('meeting.thread.title')}>
        <input name="title" type="text" required maxLength={120} />
      </Field>
      <Field label={t('meeting.thread.first')}>
        <textarea name="text" required rows={3} maxLength={4000} />
      </Field>
    </Writer>
  );
}
