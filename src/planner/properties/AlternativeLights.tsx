import type { CameraRecord } from '../../domain/cameraRecord.ts';
import type { FeatureChange, PlanFeature } from '../../domain/proposal.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { lngLatOf } from '../../proposal/measure.ts';
import type { Atlas } from '../../state/atlas.ts';
import { deskOf } from '../desk.ts';
import { nameOf } from '../words.ts';
import { change } from './change.ts';

/** Lights this near could be the milder measure. */
const NEAR_METRES = 60;
const MOST_LIGHTS = 12;

/** Which lights were weighed as the milder measure: those nearby, and those already named. */
export function AlternativeLights({
  atlas,
  camera,
  record,
}: {
  atlas: Atlas;
  camera: PlanFeature;
  record: CameraRecord | undefined;
}) {
  const text = useText();
  const { t } = text;
  const desk = deskOf(atlas);
  const named = record?.alternativeLightIds ?? [];
  if (!desk || camera.geometry.type !== 'Point') return null;
  const here = desk.plane.toPlane(lngLatOf(camera.geometry.coordinates));
  const near = desk.features
    .flatMap((light) => {
      if (light.properties.kind !== 'light' || light.geometry.type !== 'Point') return [];
      const [x, y] = desk.plane.toPlane(lngLatOf(light.geometry.coordinates));
      const metres = Math.hypot(x - here[0], y - here[1]);
      return metres <= NEAR_METRES || named.includes(light.properties.id) ? [{ light, metres }] : [];
    })
    .sort((a, b) => a.metres - b.metres)
    .slice(0, MOST_LIGHTS);
  const toggle = (id: string): void => {
    const ids = named.includes(id) ? named.filter((other) => other !== id) : [...named, id];
    change(atlas, [camera], {
      field: 'legal.alternativeLightIds',
      patch: { record: { alternativeLightIds: ids.length > 0 ? ids : null } } as FeatureChange,
    });
  };
  return (
    <fieldset>
      <legend>{t('planner.legal.alternativeLightIds')}</legend>
      {near.length === 0 && <p className="muted">{t('planner.legal.noLights', { metres: NEAR_METRES })}</p>}
      {near.map(({ light, metres }) => (
        <label key={light.properties.id} className="plan-check">
          <input
            type="checkbox"
            checked={named.includes(light.properties.id)}
            onChange={() => toggle(light.properties.id)}
          />
          {nameOf(light, text)} · {t('unit.m', { value: Math.round(metres) })}
        </label>
      ))}
    </fieldset>
  );
}
