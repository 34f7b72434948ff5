import { scaleOf } from '../../analysis/lightAndSight/pathAnswer.ts';
import type { SeenAnswer, StrakAnswer } from '../../analysis/lightAndSight/question.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { useResults } from '../../state/lightAndSight.ts';
import { levelName } from './levels.ts';
import { StretchTable } from './StretchTable.tsx';

/** How much cameras see, how well, from how many, and where nobody sees. */
export function SeenLines({ seen }: { seen: SeenAnswer & Partial<StrakAnswer['seen']> }) {
  const { t, format } = useText();
  const scaleId = useResults((state) => state.settings.scaleId);
  const levels = scaleOf(scaleId).levels;
  const { seenShare, overlapShare, shareByLevel, faceForwardShare, faceBackwardShare, unseen } = seen;
  return (
    <>
      <h4>{t('analysis.seen')}</h4>
      <p>
        {t('analysis.seen.share', {
          share: format.percent(seenShare),
          several: format.percent(overlapShare),
        })}
      </p>
      {(shareByLevel[0] ?? 0) > 0 && (
        <ul className="analysis-list">
          {levels.map(({ id }, i) =>
            (shareByLevel[i] ?? 0) > 0 ? (
              <li key={id}>
                {t('analysis.seen.level', {
                  level: levelName(id, t),
                  share: format.percent(shareByLevel[i] ?? 0),
                })}
              </li>
            ) : null,
          )}
        </ul>
      )}
      {faceForwardShare !== undefined && seenShare > 0 && (
        <p>
          {t('analysis.seen.faces', {
            forward: format.percent(faceForwardShare),
            backward: format.percent(faceBackwardShare ?? 0),
          })}
        </p>
      )}
      {unseen && unseen.length > 0 && (
        <details>
          <summary>{t('analysis.seen.unseen', { count: unseen.length })}</summary>
          <StretchTable caption={t('analysis.seen.unseenCaption')} stretches={unseen} />
        </details>
      )}
    </>
  );
}
