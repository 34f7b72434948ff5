import { useMemo } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import type { Atlas } from '../state/atlas.ts';
import { contextOf } from '../state/shown.ts';
import { changeView, select, useOpen } from '../state/store.ts';
import { DetailsHeading } from './DetailsHeading.tsx';
import { AccuracyChip } from './FeatureDetails.tsx';
import { MeasureCard } from './MeasureCard.tsx';
import { type Near, pointAnswer } from './pointAnswer.ts';

/** "What applies here?": the areas around a point, the measures that reach it, what is nearest, and who to ask. */
export default function AnswerDetails({ atlas, point }: { atlas: Atlas; point: readonly [number, number] }) {
  const { t, local, format } = useText();
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
      <ul className="places">
        {[answer.nearest.strak, answer.nearest.light, answer.nearest.camera, answer.nearest.place]
          .filter((near): near is Near => near !== null)
          .map(({ feature: { properties }, distanceMetres }) => {
            const { value, unit } = format.distance(distanceMetres);
            return (
              <li key={properties.id}>
                <span className="kicker">{t(`kind.${properties.kind}`)}</span>{' '}
                <button
                  type="button"
                  className="link"
                  onClick={() => select({ kind: 'feature', id: properties.id })}
                >
                  {local(properties.name)}
                </button>
                {', '}
                {t(`unit.${unit}`, { value })} <AccuracyChip accuracy={properties.provenance.accuracy} />
              </li>
            );
          })}
      </ul>
      <h3>{t('answer.contact')}</h3>
      <ul className="outward">
        {atlas.city.links.map((link) => (
          <li key={link.id}>
            {link.url ? (
              <a href={link.url} rel="noreferrer">
                {local(link.label)}
              </a>
            ) : (
              local(link.label)
            )}
            {link.phone && `, ${link.phone}`}
          </li>
        ))}
      </ul>
      <button type="button" className="link" onClick={() => changeView({ point: null })}>
        {t('answer.clear')}
      </button>
    </>
  );
}
