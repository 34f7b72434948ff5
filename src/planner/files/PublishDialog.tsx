import { useEffect, useMemo, useState } from 'react';
import type { Proposal } from '../../domain/proposal.ts';
import { ACCURACIES, type Accuracy } from '../../domain/provenance.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { datedName, offerFile } from '../../state/offerFile.ts';
import { planFeatures } from '../../state/planning.ts';
import {
  type CheckedPublication,
  type PublicWords,
  parcelOf,
  publicationOf,
  sourceIdOf,
} from '../../state/publication.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { publicWords } from './publicWords.ts';

const STEPS = ['public', 'blockers', 'files'] as const;

interface PublishProps {
  readonly atlas: Atlas;
  readonly proposal: Proposal;
}

/** Leads from a proposal to the files that make it public: what will be seen, what stands in the way, the files. */
export default function PublishDialog({ atlas, proposal, onClose }: PublishProps & { onClose: () => void }) {
  const { t } = useText();
  const [at, setAt] = useState(0);
  const [accuracy, setAccuracy] = useState<Accuracy>('approximate');
  const [words, setWords] = useState<PublicWords | null>(null);
  useEffect(() => {
    publicWords(proposal.name).then(setWords, console.error);
  }, [proposal.name]);
  const publication = useMemo(
    () =>
      words && publicationOf({ city: atlas.city, cityFeatures: atlas.features, proposal, accuracy, words }),
    [words, atlas, proposal, accuracy],
  );
  const step = STEPS[at] ?? 'public';
  return (
    <Dialog title={t('exchange.publish.title')} closeLabel={t('app.close')} onClose={onClose}>
      <p className="muted" role="status">
        {t('exchange.publish.step', { nth: at + 1, of: STEPS.length })} {t(`exchange.publish.at.${step}`)}
      </p>
      {publication && step === 'public' && (
        <>
          <WhatIsPublic atlas={atlas} proposal={proposal} publication={publication} />
          <Choice
            label={t('exchange.publish.accuracy')}
            value={accuracy}
            options={ACCURACIES.map((value) => ({ value, label: t(`exchange.accuracy.${value}`) }))}
            onChange={setAccuracy}
          />
        </>
      )}
      {publication && step === 'blockers' && (
        <Blockers atlas={atlas} proposal={proposal} publication={publication} />
      )}
      {publication && step === 'files' && (
        <Files atlas={atlas} proposal={proposal} publication={publication} />
      )}
      <p className="row-buttons steps">
        <button type="button" className="tool" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {t('exchange.publish.back')}
        </button>
        {at < STEPS.length - 1 && (
          <button
            type="button"
            className="primary"
            disabled={step === 'blockers' && (!publication || isBlocked(publication))}
            onClick={() => setAt(at + 1)}
          >
            {t('exchange.publish.next')}
          </button>
        )}
      </p>
    </Dialog>
  );
}

const isBlocked = ({ blockers, brokenTies }: CheckedPublication): boolean =>
  blockers.length + brokenTies.length > 0;

interface PartProps extends PublishProps {
  readonly publication: CheckedPublication;
}

/** Names of features by id, of the city and of the proposal alike. */
function useNames({ atlas, proposal }: PublishProps): (ids: readonly string[]) => string {
  const { local } = useText();
  const names = useMemo(
    () =>
      new Map(
        [...atlas.features, ...planFeatures(proposal, atlas.features)].map(({ properties }) => [
          properties.id,
          local(properties.name),
        ]),
      ),
    [atlas, proposal, local],
  );
  return (ids) => ids.map((id) => names.get(id) ?? id).join(', ');
}

function WhatIsPublic({ publication, ...props }: PartProps) {
  const { t } = useText();
  const namesOf = useNames(props);
  const { published, camerasExact, camerasAsArea, camerasSecret, withdrawn } = publication.summary;
  const { added, changed } = props.proposal;
  const drawnAreas = planFeatures(props.proposal, props.atlas.features).filter(
    ({ properties: { kind, id } }) => kind === 'area' && (added[id] || changed[id]),
  ).length;
  const rows = [
    ...(['light', 'strak', 'drawnArea', 'place'] as const).map((kind) => ({
      what: t(`exchange.public.${kind}`),
      // The squares that stand for cameras are areas too, and are told with the cameras.
      count: kind === 'drawnArea' ? drawnAreas : (published[kind] ?? 0),
      which: '',
    })),
    { what: t('exchange.public.exact'), count: camerasExact.length, which: namesOf(camerasExact) },
    { what: t('exchange.public.area'), count: camerasAsArea.length, which: namesOf(camerasAsArea) },
    { what: t('exchange.public.secret'), count: camerasSecret.length, which: namesOf(camerasSecret) },
    { what: t('exchange.public.withdrawn'), count: withdrawn.length, which: namesOf(withdrawn) },
  ].filter(({ count }) => count > 0);
  if (rows.length === 0) return <p>{t('exchange.publish.nothing')}</p>;
  return (
    <>
      <table className="mapping">
        <caption>{t('exchange.publish.becomes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('exchange.publish.what')}</th>
            <th scope="col">{t('exchange.publish.count')}</th>
            <th scope="col">{t('exchange.publish.which')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, count, which }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{count}</td>
              <td>{which}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">{t('exchange.publish.never')}</p>
    </>
  );
}

function Blockers({ publication, ...props }: PartProps) {
  const { t } = useText();
  const namesOf = useNames(props);
  if (!isBlocked(publication)) return <p role="status">{t('exchange.publish.clear')}</p>;
  return (
    <>
      <p role="alert">
        {t('exchange.publish.refused', {
          count: publication.blockers.length + publication.brokenTies.length,
        })}
      </p>
      <ul className="problems">
        {publication.blockers.map(({ code, ids, params }) => (
          <li key={`${code} ${ids.join()}`} data-severity="fatal">
            <strong>{namesOf(ids)}</strong>{' '}
            {code === 'camera-record-incomplete'
              ? t('exchange.blocker.record', { count: Number(params.count) })
              : t('exchange.blocker.measure')}
          </li>
        ))}
        {publication.brokenTies.map(({ kind, featureId, message }) => (
          <li key={`${kind} ${message} ${featureId}`} data-severity="fatal">
            <strong>{featureId ? namesOf([featureId]) : ''}</strong> {t(`exchange.tie.${kind}`)}{' '}
            <span className="muted">{message}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Files({ publication, atlas, proposal }: PartProps) {
  const { t, local, format } = useText();
  const [saved, setSaved] = useState('');
  const folder = sourceIdOf(proposal);
  const save = (): void => {
    const date = new Date().toISOString().slice(0, 10);
    const publisher = local(atlas.city.name);
    const files = publication.files.map(({ name }) => `- ${name}`).join('\n');
    const readMe = [
      `# ${proposal.name}`,
      t('exchange.parcel.what', { publisher, date: format.date(date) }),
      files,
      t('exchange.parcel.how', { folder }),
    ].join('\n\n');
    const zip = parcelOf({ publication, proposal, publisher, date, readMe: `${readMe}\n` });
    const name = `${datedName(folder)}.zip`;
    offerFile(name, new Blob([zip as BlobPart], { type: 'application/zip' }));
    setSaved(name);
  };
  return (
    <>
      <ul>
        {publication.files.map(({ name }) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p>{t('exchange.publish.how', { folder })}</p>
      <button type="button" className="primary" onClick={save}>
        {t('exchange.publish.save')}
      </button>
      <p role="status">{saved && t('exchange.publish.saved', { file: saved })}</p>
    </>
  );
}
