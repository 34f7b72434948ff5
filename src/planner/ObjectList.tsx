import { useMemo } from 'react';
import type { PlanFeature, Proposal } from '../domain/proposal.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { effectiveFeature } from '../proposal/apply.ts';
import type { Atlas } from '../state/atlas.ts';
import { chooseIds, planOf, toggleIds, usePlanning } from '../state/planning.ts';
import { nameOf } from './words.ts';

const KINDS = ['strak', 'light', 'camera', 'area', 'place'] as const;
/** More rows of one kind than this are shown on asking. */
const FIRST_ROWS = 200;

/** Everything the proposal adds or changes, by kind, to be chosen without the map. */
export function ObjectList({ atlas, proposal }: { atlas: Atlas; proposal: Proposal }) {
  const text = useText();
  const { t } = text;
  const chosenIds = usePlanning((state) => state.chosenIds);
  const features = useMemo(() => ownFeatures(proposal, atlas), [proposal, atlas]);
  if (features.length === 0) return <p className="box">{t('planner.objects.empty')}</p>;
  return (
    <section aria-label={t('planner.objects')}>
      {KINDS.map((kind) => {
        const ofKind = features.filter(({ properties }) => properties.kind === kind);
        if (ofKind.length === 0) return null;
        const ids = ofKind.map(({ properties }) => properties.id);
        const chosen = ids.filter((id) => chosenIds.has(id)).length;
        return (
          <details key={kind} className="plan-objects" open={ofKind.length <= 30}>
            <summary>
              {t(`planner.count.${kind}`, { count: ofKind.length })}
              {chosen > 0 && (
                <span className="muted"> · {t('planner.objects.chosen', { count: chosen })}</span>
              )}
            </summary>
            <label className="plan-check">
              <input
                type="checkbox"
                checked={chosen === ids.length}
                onChange={() =>
                  chooseIds(
                    chosen === ids.length
                      ? [...chosenIds].filter((id) => !ids.includes(id))
                      : [...chosenIds, ...ids],
                  )
                }
              />
              {t('planner.objects.all')}
            </label>
            <ul>
              {ofKind.slice(0, FIRST_ROWS).map((feature) => (
                <li key={feature.properties.id}>
                  <label className="plan-check">
                    <input
                      type="checkbox"
                      checked={chosenIds.has(feature.properties.id)}
                      onChange={() => toggleIds([feature.properties.id])}
                    />
                    {nameOf(feature, text)}
                  </label>
                </li>
              ))}
            </ul>
            {ofKind.length > FIRST_ROWS && (
              <p className="muted">{t('planner.objects.more', { count: ofKind.length - FIRST_ROWS })}</p>
            )}
          </details>
        );
      })}
    </section>
  );
}

function ownFeatures(proposal: Proposal, atlas: Atlas): PlanFeature[] {
  const plan = planOf(proposal, atlas.features);
  const ids = new Set([...Object.keys(proposal.added), ...Object.keys(proposal.changed)]);
  return [...ids].flatMap((id) => effectiveFeature(plan, id) ?? []);
}
