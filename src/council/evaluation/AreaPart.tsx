import type { Polygon } from 'geojson';
import { useId, useMemo } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import { cityAreas } from '../../state/councilAreas.ts';
import { useCouncilPapers } from '../../state/councilPapers.ts';
import {
  AROUND_SPOT_METRES,
  type AreaOption,
  areaOptions,
  BESIDE_PATH_METRES,
  BUFFER_CHOICES,
  optionsAround,
} from '../../state/evaluationAreas.ts';
import { liesBeside } from '../../state/evaluationDraft.ts';
import { useOpen } from '../../state/store.ts';
import { Choice } from '../../ui/Choice.tsx';
import { AreaDrawer } from './AreaDrawer.tsx';
import type { PartProps } from './partProps.ts';

const GROUPS = [
  'kept',
  'place',
  'package',
  'path',
  'city-place',
  'neighbourhood',
  'statistical-area',
] as const;

/** Where the measure was, where it could have moved what it stopped, and what it is held against. */
export function AreaPart({ atlas, draft, dataSet, change }: PartProps) {
  const { t, local } = useText();
  const layers = useOpen((state) => state.layers);
  const { places } = useCouncilPapers();
  const options = useMemo(() => {
    const around = optionsAround(atlas, ({ properties }) =>
      t('council.area.around', {
        name: local(properties.name),
        metres: properties.kind === 'strak' ? BESIDE_PATH_METRES : AROUND_SPOT_METRES,
      }),
    );
    return [...areaOptions(places, cityAreas(atlas, layers)), ...around];
  }, [places, atlas, layers, t, local]);
  const isBeside = useMemo(() => liesBeside(draft, atlas.city), [draft, atlas.city]);
  const isShares = dataSet?.kind === 'survey-answers';
  return (
    <fieldset className="group">
      <legend>{t('council.evaluation.areas')}</legend>
      <p className="muted small">{t('council.evaluation.areasHow')}</p>
      <AreaChoice
        label={t('council.area.measure')}
        options={options}
        value={draft.measureArea}
        onChange={(option) =>
          change({
            measureArea: option?.outline ?? null,
            placeId: option?.group === 'place' ? option.key : null,
            bufferMetres: draft.bufferMetres === 'kept' ? 200 : draft.bufferMetres,
          })
        }
      />
      <AreaDrawer
        atlas={atlas}
        drawnFor="measure"
        onDrawn={(measureArea) =>
          change({
            measureArea,
            placeId: null,
            bufferMetres: draft.bufferMetres === 'kept' ? 200 : draft.bufferMetres,
          })
        }
      />
      {!isShares && (
        <Choice
          label={t('council.area.buffer')}
          value={String(draft.bufferMetres ?? 'none')}
          options={[
            ...(draft.keptBuffer ? [{ value: 'kept', label: t('council.area.kept') }] : []),
            { value: 'none', label: t('council.area.noBuffer') },
            ...BUFFER_CHOICES.map((metres) => ({
              value: String(metres),
              label: t('council.area.ring', { metres }),
            })),
          ]}
          onChange={(value) =>
            change({ bufferMetres: value === 'kept' ? 'kept' : value === 'none' ? null : Number(value) })
          }
        />
      )}
      <AreaChoice
        label={t('council.area.comparison')}
        options={options}
        value={draft.comparisonArea}
        onChange={(option) => change({ comparisonArea: option?.outline ?? null })}
      />
      <AreaDrawer
        atlas={atlas}
        drawnFor="comparison"
        onDrawn={(comparisonArea) => change({ comparisonArea })}
      />
      <p className="muted small">{t('council.area.comparisonHow')}</p>
      <div role="status">{isBeside && <p>{t('council.area.beside')}</p>}</div>
      <label>
        <span className="choice-label">{t('council.area.motive')}</span>
        <textarea
          rows={2}
          value={draft.comparisonMotive}
          onChange={(event) => change({ comparisonMotive: event.target.value })}
        />
      </label>
    </fieldset>
  );
}

/** An area by its name, in groups; one from an earlier draft that is no longer among them stays as it was. */
function AreaChoice({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly AreaOption[];
  value: Polygon | null;
  onChange: (option: AreaOption | undefined) => void;
}) {
  const { t } = useText();
  const id = useId();
  const wanted = value && JSON.stringify(value);
  const chosen = options.find(({ outline }) => JSON.stringify(outline) === wanted);
  const kept: AreaOption | null =
    value && !chosen
      ? { key: 'kept', label: t('council.area.drawn'), group: 'kept', outline: value, isPart: false }
      : null;
  const all = kept ? [kept, ...options] : options;
  return (
    <div>
      <label htmlFor={id} className="choice-label">
        {label}
      </label>
      <select
        id={id}
        value={(chosen ?? kept)?.key ?? ''}
        onChange={(event) => onChange(all.find(({ key }) => key === event.target.value))}
      >
        <option value="">{t('council.area.choose')}</option>
        {GROUPS.map((group) => {
          const own = all.filter((option) => option.group === group);
          if (own.length === 0) return null;
          return (
            <optgroup key={group} label={t(`council.area.group.${group}`)}>
              {own.map(({ key, label: name, isPart }) => (
                <option key={key} value={key}>
                  {isPart ? t('council.area.part', { name }) : name}
                </option>
              ))}
            </optgroup>
          );
        })}
      </select>
    </div>
  );
}
