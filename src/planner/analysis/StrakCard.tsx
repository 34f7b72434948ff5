import { P_CLASSES, type PClass } from '../../analysis/light/lightClass.ts';
import type { CaseAnswer, StrakAnswer, StretchAnswer } from '../../analysis/lightAndSight/question.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { useResults } from '../../state/lightAndSight.ts';
import { changeSettings } from '../../state/lightAndSightPlan.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Definition, DefinitionList } from '../../ui/DefinitionList.tsx';
import { CaseTable } from './CaseTable.tsx';
import { ProfileChart } from './ProfileChart.tsx';
import { SeenLines } from './SeenLines.tsx';
import { StretchTable } from './StretchTable.tsx';
import { TogetherBar } from './TogetherBar.tsx';

/** Everything about one stråk: class, figures, profile, gaps, cameras, and the two together. */
export function StrakCard({ answer, name, isOpen }: { answer: StrakAnswer; name: string; isOpen: boolean }) {
  const { t, format } = useText();
  const { wanted: wantedById, lightCase } = useResults((state) => state.settings);
  const isForResidents = useResults((state) => state.shown.residents);
  const { wanted, light, lengthMetres, widthMetres, isWidthAssumed } = answer;
  const chosen = light[lightCase];
  return (
    <details className="analysis-card" open={isOpen}>
      <summary>
        <span className="strong">{name}</span>
        <span className="block muted">{chosen ? <Verdict chosen={chosen} wanted={wanted} /> : null}</span>
      </summary>
      <p className="muted">
        {t(isWidthAssumed ? 'analysis.strak.sizeAssumed' : 'analysis.strak.size', {
          length: format.number(lengthMetres),
          width: format.number(widthMetres, 1),
        })}
      </p>
      {isForResidents ? (
        <ForResidents answer={answer} />
      ) : (
        <>
          <Choice<PClass>
            label={t('analysis.wanted')}
            value={wanted}
            options={P_CLASSES.map((value) => ({ value, label: t(`analysis.class.${value}`) }))}
            onChange={(value) =>
              changeSettings(
                { key: 'analysis.step.class' },
                { wanted: { ...wantedById, [answer.id]: value } },
              )
            }
          />
          {chosen && <Figures chosen={chosen} />}
          {chosen && <Shortfalls chosen={chosen} />}
          <ProfileChart answer={answer} lightCase={lightCase} />
          {chosen && <Gaps chosen={chosen} thresholdLux={answer.thresholdLux} />}
          {chosen && <Spacing spacings={chosen.spacings} />}
          <CaseTable light={light} />
          <SeenLines seen={answer.seen} />
          <h4>{t('analysis.together')}</h4>
          <TogetherBar shares={answer.together} />
        </>
      )}
    </details>
  );
}

/** The outcome in one line; with unknown light about, never "does not reach". */
function Verdict({ chosen, wanted }: { chosen: CaseAnswer; wanted: PClass }) {
  const { t } = useText();
  const { outcome, reached } = chosen;
  if (outcome === 'reached')
    return (
      <>
        {t(chosen.isOverlit ? 'analysis.verdict.overlit' : 'analysis.verdict.reached', {
          wanted,
          reached: reached ?? wanted,
        })}
      </>
    );
  if (outcome === 'unknown')
    return (
      <>
        {t(reached ? 'analysis.verdict.unknownAtLeast' : 'analysis.verdict.unknown', {
          wanted,
          reached: reached ?? '',
        })}
      </>
    );
  return (
    <>
      {t(reached ? 'analysis.verdict.missed' : 'analysis.verdict.none', { wanted, reached: reached ?? '' })}
    </>
  );
}

function Figures({ chosen: { figures, uniformity, outcome } }: { chosen: CaseAnswer }) {
  const { t, format } = useText();
  const lux = (value: number): string => t('analysis.lux', { lux: format.number(value, value < 10 ? 2 : 1) });
  const { meanHorizontal, minimumHorizontal, minimumVertical, minimumSemiCylindrical } = figures;
  return (
    <>
      <div className="analysis-figures">
        <DefinitionList>
          <Definition term={t('analysis.figure.mean')}>{lux(meanHorizontal)}</Definition>
          <Definition term={t('analysis.figure.minimum')}>{lux(minimumHorizontal)}</Definition>
          <Definition term={t('analysis.figure.uniformity')}>{format.number(uniformity, 2)}</Definition>
          <Definition term={t('analysis.figure.vertical')}>{lux(minimumVertical)}</Definition>
          <Definition term={t('analysis.figure.semiCylindrical')}>{lux(minimumSemiCylindrical)}</Definition>
        </DefinitionList>
      </div>
      {outcome === 'unknown' && <p className="muted">{t('analysis.figure.lowerBound')}</p>}
    </>
  );
}

function Shortfalls({ chosen: { shortfalls, outcome } }: { chosen: CaseAnswer }) {
  const { t, format } = useText();
  if (shortfalls.length === 0) return null;
  return (
    <>
      <h4>{t(outcome === 'unknown' ? 'analysis.short.perhaps' : 'analysis.short')}</h4>
      <ul className="analysis-list">
        {shortfalls.map(
          ({
            requirement,
            actualLux,
            requiredLux,
            missingLux,
            missingPercent,
            startMetres,
            endMetres,
            confirmed,
          }) => (
            <li key={requirement}>
              {t('analysis.short.line', {
                what: t(`analysis.requirement.${requirement}`),
                actual: format.number(actualLux, 2),
                required: format.number(requiredLux, 1),
                missing: format.number(missingLux, 2),
                percent: format.percent(missingPercent / 100),
                start: format.number(startMetres),
                end: format.number(endMetres),
              })}
              {!confirmed && ` ${t('analysis.short.unconfirmed')}`}
            </li>
          ),
        )}
      </ul>
    </>
  );
}

function Gaps({
  chosen: { gaps, unknownStretches },
  thresholdLux,
}: {
  chosen: CaseAnswer;
  thresholdLux: number;
}) {
  const { t, format } = useText();
  const lux = format.number(thresholdLux, 1);
  return (
    <>
      <h4>{t('analysis.gaps')}</h4>
      {gaps.length === 0 && (
        <p>{t(unknownStretches.length > 0 ? 'analysis.gaps.noneKnown' : 'analysis.gaps.none', { lux })}</p>
      )}
      <StretchTable caption={t('analysis.gaps.caption', { lux })} stretches={gaps} />
      {unknownStretches.length > 0 && (
        <>
          <p>{t('analysis.gaps.unknown', { lux })}</p>
          <StretchTable caption={t('analysis.gaps.unknownCaption')} stretches={unknownStretches} />
        </>
      )}
    </>
  );
}

function Spacing({ spacings }: { spacings: readonly StretchAnswer[] }) {
  const { t, format } = useText();
  if (spacings.length === 0) return null;
  const lengths = spacings.map(({ lengthMetres }) => lengthMetres);
  return (
    <p>
      {t('analysis.spacing', {
        count: lengths.length + 1,
        least: format.number(Math.min(...lengths), 1),
        most: format.number(Math.max(...lengths), 1),
        mean: format.number(lengths.reduce((sum, length) => sum + length, 0) / lengths.length, 1),
      })}
    </p>
  );
}

function ForResidents({ answer: { residents, light } }: { answer: StrakAnswer }) {
  const { t, format } = useText();
  const lit = light.both;
  return (
    <>
      <p>
        {t('analysis.residents.strak', {
          seen: format.percent(residents.seenShare),
          near: format.percent(residents.nearCameraShare),
        })}
      </p>
      {lit && <p>{t('analysis.residents.light', { mean: format.number(lit.figures.meanHorizontal, 1) })}</p>}
      <p className="muted">{t('analysis.residents.note')}</p>
    </>
  );
}
