import { useMemo } from 'react';
import type { PlanFeature } from '../../domain/proposal.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { effectiveFeature } from '../../proposal/apply.ts';
import { restoreFeatures } from '../../proposal/edits/restoreFeatures.ts';
import type { Atlas } from '../../state/atlas.ts';
import { chooseIds, planOf, usePlanning } from '../../state/planning.ts';
import { Icon } from '../../ui/Icon.tsx';
import { copyChosen, removeChosen } from '../actions.ts';
import { deskOf, keep } from '../desk.ts';
import { useCalmProposal } from '../useCalmProposal.ts';
import { countWords, nameOf, stepOf } from '../words.ts';
import { FillStrak } from './FillStrak.tsx';
import { LegalRecord } from './LegalRecord.tsx';
import { Links } from './Links.tsx';
import { Measures } from './Measures.tsx';
import { PriceOf } from './PriceOf.tsx';

/** Everything about what is chosen, one or many: to read, and to change together. */
export function PropertiesDesk({ atlas }: { atlas: Atlas }) {
  const text = useText();
  const { t } = text;
  const proposal = useCalmProposal();
  const chosenIds = usePlanning((state) => state.chosenIds);
  const features = useMemo(
    () =>
      proposal
        ? [...chosenIds].flatMap((id) => effectiveFeature(planOf(proposal, atlas.features), id) ?? [])
        : [],
    [proposal, chosenIds, atlas],
  );
  if (!proposal) return null;
  const [feature] = features;
  if (!feature) return <NothingChosen atlas={atlas} />;
  const kinds = new Set(features.map(({ properties }) => properties.kind));
  const kind = kinds.size === 1 ? feature.properties.kind : 'mixed';
  return (
    <div className="plan-desk">
      <h3 className="plan-chosen">
        {features.length === 1 ? nameOf(feature, text) : countWords(text, kind, features.length)}
      </h3>
      <p className="muted">
        {features.length === 1 ? t(`kind.${feature.properties.kind}`) : t('planner.properties.together')}
        {features.some(({ properties }) => !proposal.added[properties.id]) &&
          ` · ${t('planner.properties.ofCity')}`}
      </p>
      <p className="plan-row">
        <button type="button" onClick={() => copyChosen(atlas)}>
          <Icon name="copy" size={18} />
          {t('planner.action.copy')}
        </button>
        <button type="button" onClick={() => removeChosen(atlas)}>
          <Icon name="trash" size={18} />
          {t('planner.action.remove')}
        </button>
      </p>
      {features.length === 1 && feature.properties.kind === 'strak' && (
        <FillStrak key={feature.properties.id} atlas={atlas} strakId={feature.properties.id} />
      )}
      <Measures atlas={atlas} features={features} />
      <Links atlas={atlas} features={features} />
      <PriceOf atlas={atlas} features={features} prices={proposal.prices} />
      {features.length === 1 && feature.properties.kind === 'camera' && (
        <LegalRecord key={feature.properties.id} atlas={atlas} camera={feature} />
      )}
    </div>
  );
}

function NothingChosen({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const removed = usePlanning((state) => state.committed?.removed);
  const ids = Object.keys(removed ?? {});
  return (
    <div className="plan-desk">
      <p className="box">{t('planner.properties.nothing')}</p>
      {ids.length > 0 && <Removed atlas={atlas} ids={ids} />}
    </div>
  );
}

/** What the proposal takes away, to be brought back. */
function Removed({ atlas, ids }: { atlas: Atlas; ids: readonly string[] }) {
  const text = useText();
  const { t } = text;
  const proposal = usePlanning((state) => state.committed);
  const features = ids.flatMap((id): PlanFeature[] => {
    const feature = proposal?.added[id] ?? atlas.featureById.get(id);
    return feature ? [feature as PlanFeature] : [];
  });
  const restore = (feature: PlanFeature): void => {
    const desk = deskOf(atlas);
    if (!desk) return;
    const { id } = feature.properties;
    keep(stepOf('planner.step.restore', [feature]), restoreFeatures(desk.proposal, [id]));
    chooseIds([id]);
  };
  return (
    <details>
      <summary>{t('planner.properties.removed', { count: features.length })}</summary>
      <ul>
        {features.map((feature) => (
          <li key={feature.properties.id} className="plan-row">
            <span>{nameOf(feature, text)}</span>
            <button type="button" className="link" onClick={() => restore(feature)}>
              {t('planner.action.restore')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
