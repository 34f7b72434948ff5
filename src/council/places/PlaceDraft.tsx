import { useState } from 'react';
import { placeEntries } from '../../domain/hotspot.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { sizeDraft, stopPlacing, takeDraft, useCouncilDraft } from '../../state/councilDraft.ts';
import { addPlace, say, useCouncilPapers } from '../../state/councilPapers.ts';
import { planeOfCity } from '../../state/plane.ts';
import { changeView } from '../../state/store.ts';
import { boundsOfGeometries } from '../bounds.ts';
import { todayIn } from '../today.ts';
import { fieldOf, PaperForm } from '../Writer.tsx';
import { draftOutline, RADII_METRES } from './outline.ts';
import { Field } from './PlaceFields.tsx';

/** Makes a new place, or gives one a new outline: from a press on the map or from something the map already has. */
export function PlaceDraft({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const { at, radiusMetres, placeId, featureId } = useCouncilDraft();
  const { places } = useCouncilPapers();
  const [hasMissed, setMissed] = useState(false);
  const place = places.find(({ id }) => id === placeId);
  const plane = planeOfCity(atlas.city);
  const feature = featureId ? atlas.featureById.get(featureId) : undefined;
  const outline = draftOutline({ plane, at, radiusMetres, feature });
  const save = (form: FormData): void => {
    if (!outline) {
      setMissed(true);
      return;
    }
    if (place) {
      const replaces = placeEntries(place, 'outline').map(({ id }) => id);
      say('places', { id: place.id, said: [{ kind: 'outline', outline, replaces }], step: 'movePlace' });
    } else {
      const date = todayIn(atlas.city.timeZone);
      const origin =
        form.get('origin') === 'walk' ? ({ kind: 'walk', date } as const) : ({ kind: 'drawn' } as const);
      const id = addPlace(origin, [
        { kind: 'name', text: fieldOf(form, 'name') },
        { kind: 'outline', outline },
      ]);
      changeView({ paperId: id, selection: null });
    }
    stopPlacing();
  };
  return (
    <>
      <h3>{t(place ? 'meeting.place.move' : 'meeting.place.new')}</h3>
      <p>{t('meeting.draft.how')}</p>
      <p role="status" className="box">
        {t(outline ? 'meeting.draft.put' : hasMissed ? 'meeting.draft.missing' : 'meeting.draft.waiting')}
      </p>
      <PaperForm save={t('meeting.draft.save')} onSubmit={save} onCancel={stopPlacing}>
        {!place && (
          <>
            <Field label={t('meeting.field.name')}>
              <input name="name" type="text" required maxLength={120} />
            </Field>
            <Field label={t('meeting.draft.origin')}>
              <select name="origin" defaultValue="drawn">
                <option value="drawn">{t('meeting.origin.drawn')}</option>
                <option value="walk">{t('meeting.origin.walkToday')}</option>
              </select>
            </Field>
          </>
        )}
        <Field label={t('meeting.draft.radius')}>
          <select value={radiusMetres} onChange={(event) => sizeDraft(Number(event.target.value))}>
            {RADII_METRES.map((metres) => (
              <option key={metres} value={metres}>
                {t('meeting.draft.metres', { metres })}
              </option>
            ))}
          </select>
        </Field>
        <FeatureChoice
          atlas={atlas}
          value={featureId ?? ''}
          onChange={(id) => {
            const chosen = atlas.featureById.get(id);
            const [west, south, east, north] = boundsOfGeometries(chosen ? [chosen.geometry] : []) ?? [
              0, 0, 0, 0,
            ];
            const middle = chosen && ([(west + east) / 2, (south + north) / 2] as const);
            takeDraft(chosen ? id : null, middle ?? null);
          }}
        />
      </PaperForm>
    </>
  );
}

interface FeatureChoiceProps {
  readonly atlas: Atlas;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Something the map already has, for who cannot or will not point. */
function FeatureChoice({ atlas, value, onChange }: FeatureChoiceProps) {
  const { t, local } = useText();
  const kinds = (['area', 'strak', 'place'] as const).map((kind) => ({
    kind,
    features: atlas.features.filter(({ properties }) => properties.kind === kind),
  }));
  return (
    <Field label={t('meeting.draft.fromMap')}>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('meeting.draft.byHand')}</option>
        {kinds.map(({ kind, features }) => (
          <optgroup key={kind} label={t(`kind.${kind}`)}>
            {features.map(({ properties }) => (
              <option key={properties.id} value={properties.id}>
                {local(properties.name)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}
