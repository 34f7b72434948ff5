import type { CameraAnswer } from '../../analysis/lightAndSight/question.ts';
import type { CameraRecord } from '../../domain/cameraRecord.ts';
import type { TextKey } from '../../i18n/messages.ts';
import { type Text, useText } from '../../i18n/TextProvider.tsx';
import { changeProperties } from '../../proposal/edits/changeProperties.ts';
import { useResults } from '../../state/lightAndSight.ts';
import { changeSettings } from '../../state/lightAndSightPlan.ts';
import { commitEdit, usePlanning } from '../../state/planning.ts';
import { Definition, DefinitionList } from '../../ui/DefinitionList.tsx';
import { levelName } from './levels.ts';

interface CameraCardProps {
  readonly answer: CameraAnswer;
  readonly name: string;
  /** The plan's areas, any of which may be blacked out. */
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly isOpen: boolean;
}

/** One camera: what it sees and how well, in what light, whose homes, and what goes into its record. */
export function CameraCard({ answer, name, areas, isOpen }: CameraCardProps) {
  const { t } = useText();
  const isForResidents = useResults((state) => state.shown.residents);
  return (
    <details className="analysis-card" open={isOpen}>
      <summary>
        <span className="strong">{name}</span>
        <span className="block muted">
          <Headline answer={answer} />
        </span>
      </summary>
      {isForResidents ? (
        <p>{t(`analysis.residents.camera.${answer.residents.kind}`)}</p>
      ) : answer.kind === 'inside-building' ? (
        <p className="analysis-fault">{t('analysis.camera.inside')}</p>
      ) : (
        <>
          {answer.missing.length > 0 && <Missing answer={answer} />}
          <Zones answer={answer} />
          <Sizes answer={answer} />
          <Homes answer={answer} />
          <Masks answer={answer} areas={areas} />
          <p>{t(`analysis.residents.camera.${answer.residents.kind}`)}</p>
          <Fill answer={answer} />
        </>
      )}
    </details>
  );
}

function Headline({ answer }: { answer: CameraAnswer }) {
  const { t, format } = useText();
  const isForResidents = useResults((state) => state.shown.residents);
  if (isForResidents) return t(`analysis.residents.short.${answer.residents.kind}`);
  if (answer.kind === 'inside-building') return t('analysis.camera.insideShort');
  return t('analysis.camera.sees', { area: format.number(answer.areaSquareMetres) });
}

/** Usual values for a camera that states none; to be changed, and said to be assumed. */
const USUAL = { heightMetres: 4, tiltDegrees: 15, horizontalPixels: 1920, verticalPixels: 1080 } as const;

function Missing({ answer }: { answer: CameraAnswer }) {
  const { t } = useText();
  const fill = (): void => {
    const { committed } = usePlanning.getState();
    if (!committed) return;
    const patch = Object.fromEntries(answer.missing.map((field) => [field, USUAL[field]]));
    commitEdit({ key: 'analysis.step.fillCamera' }, changeProperties(committed, { ids: [answer.id], patch }));
  };
  return (
    <div className="box">
      <p>
        {t('analysis.camera.missing', {
          fields: answer.missing.map((field) => t(`analysis.field.${field}`)).join(', '),
        })}
      </p>
      <button type="button" className="link" onClick={fill}>
        {t('analysis.camera.fill')}
      </button>
    </div>
  );
}

function Zones({ answer: { zones } }: { answer: CameraAnswer }) {
  const { t, format } = useText();
  const scaleId = useResults((state) => state.settings.scaleId);
  if (zones.length === 0) return null;
  return (
    <>
      <table className="analysis-table">
        <caption>{t(`analysis.zones.${scaleId === 'iec-62676-4-2025' ? 'current' : 'superseded'}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('analysis.zones.level')}</th>
            <th scope="col" className="numeric">
              {t('analysis.zones.density')}
            </th>
            <th scope="col" className="numeric">
              {t('analysis.zones.range')}
            </th>
            <th scope="col" className="numeric">
              {t('analysis.zones.area')}
            </th>
          </tr>
        </thead>
        <tbody>
          {zones.map(({ levelId, pixelsPerMetre, rangeMetres, areaSquareMetres }) => (
            <tr key={levelId}>
              <th scope="row">{levelName(levelId, t)}</th>
              <td className="numeric">{format.number(pixelsPerMetre, 1)}</td>
              <td className="numeric">{rangeMetres > 0 ? format.number(rangeMetres, 1) : '–'}</td>
              <td className="numeric">{areaSquareMetres > 0 ? format.number(areaSquareMetres) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {zones.every(({ areaSquareMetres }) => areaSquareMetres === 0) && <p>{t('analysis.zones.nothing')}</p>}
    </>
  );
}

function Sizes({ answer }: { answer: CameraAnswer }) {
  const { t, format } = useText();
  const area = (value: number): string => t('analysis.squareMetres', { area: format.number(value) });
  const { blindMetres, maskedSquareMetres, darkSquareMetres, lightUnknownSquareMetres, movedMetres } = answer;
  return (
    <div className="analysis-figures">
      <DefinitionList>
        <Definition term={t('analysis.camera.area')}>{area(answer.areaSquareMetres)}</Definition>
        <Definition term={t('analysis.camera.masked')}>{area(maskedSquareMetres)}</Definition>
        <Definition term={t('analysis.camera.blind')}>
          {blindMetres !== null &&
            Number.isFinite(blindMetres) &&
            t('analysis.metres', { metres: format.number(blindMetres, 1) })}
        </Definition>
        <Definition term={t('analysis.camera.dark')}>{area(darkSquareMetres)}</Definition>
        <Definition term={t('analysis.camera.lightUnknown')}>
          {lightUnknownSquareMetres > 0 && area(lightUnknownSquareMetres)}
        </Definition>
        <Definition term={t('analysis.camera.moved')}>
          {movedMetres > 0 && t('analysis.metres', { metres: format.number(movedMetres, 2) })}
        </Definition>
      </DefinitionList>
    </div>
  );
}

const categoryName = (category: string, t: Text['t']): string => {
  const key = `analysis.building.${category}` as TextKey;
  const words = t(key);
  return words === key ? t('analysis.building.other') : words;
};

const nearWords = ({ near }: CameraAnswer, { t, format }: Text): string =>
  near
    .map(({ name, category, distanceMetres }) =>
      t('analysis.near.one', {
        name: name || categoryName(category, t),
        metres: format.number(distanceMetres),
      }),
    )
    .join(', ');

function Homes({ answer }: { answer: CameraAnswer }) {
  const text = useText();
  const { t, format } = text;
  const { hasBuildings, kind, exposedDwellings, exposedBuildings, facadeMetres, unknownUse, near } = answer;
  if (!hasBuildings) return <p className="muted">{t('analysis.homes.noBuildings')}</p>;
  if (kind !== 'zones') return <p className="muted">{t('analysis.homes.noOptics')}</p>;
  return (
    <>
      <p>
        {exposedBuildings === 0
          ? t('analysis.homes.none')
          : t('analysis.homes', {
              dwellings: exposedDwellings,
              buildings: exposedBuildings,
              facade: format.number(facadeMetres),
            })}{' '}
        {unknownUse > 0 && t('analysis.homes.unknownUse', { count: unknownUse })}
      </p>
      <p>
        {near.length > 0 ? t('analysis.near', { places: nearWords(answer, text) }) : t('analysis.near.none')}
      </p>
    </>
  );
}

function Masks({ answer, areas }: Pick<CameraCardProps, 'answer' | 'areas'>) {
  const { t } = useText();
  const masks = useResults((state) => state.settings.masks);
  const own = masks[answer.id] ?? [];
  if (areas.length === 0) return <p className="muted">{t('analysis.mask.none')}</p>;
  const turn = (areaId: string, isOn: boolean): void => {
    const next = isOn ? [...own, areaId] : own.filter((id) => id !== areaId);
    const others = Object.fromEntries(Object.entries(masks).map(([id, areaIds]) => [id, [...areaIds]]));
    changeSettings({ key: 'analysis.step.mask' }, { masks: { ...others, [answer.id]: next } });
  };
  return (
    <fieldset className="analysis-masks">
      <legend>{t('analysis.mask')}</legend>
      {areas.map(({ id, name }) => (
        <label key={id} className="plan-check">
          <input
            type="checkbox"
            checked={own.includes(id)}
            onChange={(event) => turn(id, event.target.checked)}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

/** Offers the computed facts to the camera's legal record. */
function Fill({ answer }: { answer: CameraAnswer }) {
  const text = useText();
  const { t, format } = text;
  const fill = (): void => {
    const { committed } = usePlanning.getState();
    if (!committed) return;
    const { maskedSquareMetres, areaSquareMetres, near, hasBuildings } = answer;
    const record: CameraRecord = {
      monitoredAreaSquareMetres: Math.round(areaSquareMetres - maskedSquareMetres),
      ...(maskedSquareMetres > 0 && {
        masking: t('analysis.record.masking', { area: format.number(maskedSquareMetres) }),
      }),
      ...(hasBuildings && {
        sensitivePlacesNearby:
          near.length > 0 ? t('analysis.near', { places: nearWords(answer, text) }) : t('analysis.near.none'),
      }),
    };
    commitEdit(
      { key: 'analysis.step.record' },
      changeProperties(committed, { ids: [answer.id], patch: { record } }),
    );
  };
  return (
    <p>
      <button type="button" className="link" onClick={fill}>
        {t('analysis.record.fill')}
      </button>{' '}
      <span className="muted">{t('analysis.record.what')}</span>
    </p>
  );
}
