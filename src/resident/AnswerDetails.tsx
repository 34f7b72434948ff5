import { useMemo } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import type { Atlas } from '../state/atlas.ts';
import { contextOf } from '../state/shown.ts';
import { changeView, select, useOpen } from '../state/store.ts';
import { DetailsHeading } from './DetailsHeading.tsx';
import { AccuracyChip } from './FeatureDetails.tsx';
import { MeasureCard } from './MeasureCard.tsx';
import { OutwardLinks } from './OutwardLinks.tsx';
import { type Near, pointAnswer } from './pointAnswer.ts';

/** "What applies here?": the areas around a point, the measures that reach it, what is nearest, and who to ask. */
export default function AnswerDetails({ atlas, point }: { atlas: Atlas; point: readonly [number, number] }) {
  const { t, local } = useText();
  const layers = useOpen((state) => state.layers);
  const answer = useMemo(() => pointAnswer(atlas, contextOf(layers), point), [atlas, layers, point]);
  const phase = useOpen((state) => state.phase);
  const isReady =
    phase.kind === 'ready' &&
    phase.manifest.layers.every(({ id }) => layers[id] !== undefined && layers[id].state !== 'loading');
  const title = answer.neighbourhood?.name
    ? t('answer.titleIn', { name: answer.neighbourhood.name })
    : t('answer.title');
  if (!isReady) return <p role="status">{t('app.loading')}</p>;
  return (
    <>
      <DetailsHeading title={title} kind={t('answer.kicker')} />
      {!answer.isInside && <p className="box">{t('answer.outside', { city: local(atlas.city.name) })}</p>}
      {answer.isInside && (
        <>
          <h3>{t('answer.areas')}</h3>
          {answer.areas.length === 0 && <p>{t('answer.noAreas')}</p>}
          <ul className="places">
            {answer.areas.map(({ properties }) => (
              <li key={properties.id}>
                <button
                  type="button"
                  className="link strong"
                  onClick={() => select({ kind: 'feature', id: properties.id })}
                >
                  {local(properties.name)}
                </button>{' '}
                <AccuracyChip accuracy={properties.provenance.accuracy} />
                {properties.provenance.uncertainty && (
                  <p className="muted">{local(properties.provenance.uncertainty)}</p>
                )}
              </li>
            ))}
          </ul>
          <h3>{t('answer.measures', { count: answer.measures.length })}</h3>
          <ul className="cards">
            {answer.measures.map((funded) => (
              <MeasureCard key={funded.measure.id} funded={funded} />
            ))}
          </ul>
        </>
      )}
      <h3>{t('answer.nearest')}</h3>
      <ul className="nearest">
        {[answer.nearest.strak, answer.nearest.light, answer.nearest.camera, answer.nearest.place]
          .filter((near): near is Near => near !== null)
          .map((near) => (
            <NearestRow key={near.feature.properties.id} near={near} />
          ))}
      </ul>
      <h3>{t('answer.contact')}</h3>
      <OutwardLinks links={atlas.city.links} />
      <button type="button" className="link forget" onClick={() => changeView({ point: null })}>
        {t('answer.clear')}
      </button>
    </>
  );
}

/** What it is, what it is called, how far away and how surely it is there. */
function NearestRow({ near: { feature, distanceMetres } }: { near: Near }) {
  const { t, local, format } = useText();
  const { id, kind, name, provenance } = feature.properties;
  const { value, unit } = format.distance(distanceMetres);
  return (
    <li>
      <div>
        <span className="kicker">{t(`kind.${kind}`)}</span> <AccuracyChip accuracy={provenance.accuracy} />
        <button type="button" className="link block" onClick={() => select({ kind: 'feature', id })}>
          {local(name)}
        </button>
      </div>
      <strong className="amount">{t(`unit.${unit}`, { value })}</strong>
    </li>
  );
}
