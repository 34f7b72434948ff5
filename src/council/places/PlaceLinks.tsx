import { useState } from 'react';
import { type CouncilPlace, PLACE_LINKS, type PlaceEntryOf, placeEntries } from '../../domain/hotspot.ts';
import { type Text, useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { say } from '../../state/councilPapers.ts';
import { Writer } from '../Writer.tsx';
import { withdraw } from './EntryWriter.tsx';
import { Field } from './PlaceFields.tsx';
import { useCouncilWords, useProposals } from './words.ts';

type LinkKind = PlaceEntryOf<'link'>['to'];

interface LinksProps {
  readonly atlas: Atlas;
  readonly place: CouncilPlace;
}

/** What of the map, the package and the proposals the place has to do with. */
export function PlaceLinks({ atlas, place }: LinksProps) {
  const { t } = useText();
  const words = useCouncilWords(atlas);
  const links = placeEntries(place, 'link');
  return (
    <section aria-label={t('meeting.links')}>
      <h3>{t('meeting.links')}</h3>
      {links.length === 0 && <p className="muted">{t('meeting.links.none')}</p>}
      <ul className="link-list">
        {links.map((link) => (
          <li key={link.id}>
            <span>
              <span className="muted small">{linkKindText(link.to, t)}</span> {words.link(link)}
            </span>
            <button
              type="button"
              className="link small"
              aria-label={t('meeting.unlink.spoken', { name: words.link(link) })}
              onClick={() => withdraw(place, [link.id], 'unlink')}
            >
              {t('meeting.withdraw')}
            </button>
          </li>
        ))}
      </ul>
      <Writer
        label={t('meeting.add.link')}
        look="add"
        save={t('meeting.save')}
        onSubmit={(form) => {
          const [to, targetId] = String(form.get('target') ?? '').split(':');
          const kind = PLACE_LINKS.find((each) => each === to);
          if (kind && targetId)
            say('places', { id: place.id, said: [{ kind: 'link', to: kind, targetId }], step: 'link' });
        }}
      >
        <LinkFields atlas={atlas} />
      </Writer>
    </section>
  );
}

/** What kind of thing a link leads to. */
export const linkKindText = (kind: LinkKind, t: Text['t']): string =>
  kind === 'measure' || kind === 'proposal' ? t(`meeting.linkKind.${kind}`) : t(`kind.${kind}`);

/** First what kind of thing, then which. */
function LinkFields({ atlas }: { atlas: Atlas }) {
  const { t, local, language } = useText();
  const proposals = useProposals();
  const [kind, setKind] = useState<LinkKind>('measure');
  const options =
    kind === 'proposal'
      ? proposals
      : kind === 'measure'
        ? [...atlas.measures.values()].map(({ measure }) => ({ id: measure.id, name: local(measure.name) }))
        : atlas.features
            .filter(({ properties }) => properties.kind === kind)
            .map(({ properties }) => ({ id: properties.id, name: local(properties.name) }));
  const collator = new Intl.Collator(language, { numeric: true });
  const sorted = [...options].sort((a, b) => collator.compare(a.name, b.name));
  return (
    <>
      <Field label={t('meeting.link.what')}>
        <select
          value={kind}
          onChange={(event) => setKind(PLACE_LINKS.find((each) => each === event.target.value) ?? 'measure')}
        >
          {PLACE_LINKS.map((each) => (
            <option key={each} value={each}>
              {linkKindText(each, t)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('meeting.link.which')}>
        <select key={kind} name="target" required>
          <option value="">{t(sorted.length > 0 ? 'meeting.link.choose' : 'meeting.link.nothing')}</option>
          {sorted.map(({ id, name }) => (
            <option key={id} value={`${kind}:${id}`}>
              {name}
            </option>
          ))}
        </select>
      </Field>
    </>
  );
}
