import { useMemo } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { useResults } from '../../state/lightAndSight.ts';
import { planFeatures, usePlanning } from '../../state/planning.ts';
import './analysis.css';
import { AreaCard } from './AreaCard.tsx';
import { Assumptions } from './Assumptions.tsx';
import { CameraCard } from './CameraCard.tsx';
import { OpticsDesk } from './OpticsDesk.tsx';
import { ShownOnMap } from './ShownOnMap.tsx';
import { StrakCard } from './StrakCard.tsx';

/** Light and sight, live: what is lit, what is seen, how well, and where the gaps are. */
export default function AnalysisDesk({ atlas }: { atlas: Atlas }) {
  const { t, local } = useText();
  const committed = usePlanning((state) => state.committed);
  const chosenIds = usePlanning((state) => state.chosenIds);
  // One by one: the pointer's answer changes with every frame and is none of this list's.
  const straks = useResults((state) => state.straks);
  const cameras = useResults((state) => state.cameras);
  const areas = useResults((state) => state.areas);
  const union = useResults((state) => state.union);
  const features = useMemo(() => planFeatures(committed, atlas.features), [committed, atlas]);
  const nameOf = useMemo(() => {
    const names = new Map(features.map(({ properties }) => [properties.id, properties.name] as const));
    return (id: string): string => {
      const name = names.get(id);
      return name ? local(name) : id;
    };
  }, [features, local]);
  // What is chosen stands first: it is what the planner works with.
  const inOrder = <Answer extends { readonly id: string }>(
    answers: Readonly<Record<string, Answer>>,
  ): Answer[] =>
    Object.values(answers).sort((a, b) => Number(chosenIds.has(b.id)) - Number(chosenIds.has(a.id)));
  const planAreas = features.filter(({ properties }) => properties.kind === 'area' && areas[properties.id]);
  return (
    <div className="analysis">
      <Status />
      <ShownOnMap />
      <Assumptions />
      <h3>{t('analysis.straks')}</h3>
      {Object.keys(straks).length === 0 && <p className="box">{t('analysis.straks.none')}</p>}
      {inOrder(straks).map((answer, i) => (
        <StrakCard key={answer.id} answer={answer} name={nameOf(answer.id)} isOpen={i === 0} />
      ))}
      <h3>{t('analysis.cameras')}</h3>
      {Object.keys(cameras).length === 0 && <p className="box">{t('analysis.cameras.none')}</p>}
      {union && Object.keys(cameras).length > 1 && <UnionLine />}
      {inOrder(cameras).map((answer) => (
        <CameraCard
          key={answer.id}
          answer={answer}
          name={nameOf(answer.id)}
          areas={planAreas.map(({ properties: { id } }) => ({ id, name: nameOf(id) }))}
          isOpen={chosenIds.has(answer.id)}
        />
      ))}
      <h3>{t('analysis.areas')}</h3>
      {Object.keys(areas).length === 0 && <p className="box">{t('analysis.areas.none')}</p>}
      {inOrder(areas).map((answer) => (
        <AreaCard key={answer.id} answer={answer} name={nameOf(answer.id)} />
      ))}
      <OpticsDesk features={features} />
    </div>
  );
}

function Status() {
  const { t, format } = useText();
  const { kind, share } = useResults((state) => state.status);
  const isSlow = kind === 'working' && share !== null;
  return (
    <p
      role="status"
      className={kind === 'failed' ? 'analysis-status analysis-fault' : 'analysis-status muted'}
    >
      {kind === 'failed'
        ? t('analysis.status.failed')
        : isSlow
          ? t('analysis.status.working', { share: format.percent(share) })
          : kind === 'off'
            ? t('analysis.status.off')
            : t('analysis.status.done')}
    </p>
  );
}

function UnionLine() {
  const { t, format } = useText();
  const union = useResults((state) => state.union);
  if (!union) return null;
  const several = union.areaByCameraCountSquareMetres.slice(2).reduce((sum, area) => sum + area, 0);
  return (
    <p>
      {t('analysis.cameras.union', {
        area: format.number(union.areaSquareMetres),
        several: format.number(several),
      })}
    </p>
  );
}
