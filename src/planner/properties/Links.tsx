import { useState } from 'react';
import { STATUSES, type Status } from '../../domain/feature.ts';
import type { PlanFeature } from '../../domain/proposal.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { changeStatus } from '../../proposal/edits/changeStatus.ts';
import { linkMeasure, type MeasureLink } from '../../proposal/edits/linkMeasure.ts';
import type { Atlas } from '../../state/atlas.ts';
import { say } from '../../state/planning.ts';
import { changeView } from '../../state/store.ts';
import { deskOf, keep } from '../desk.ts';
import { SelectField, sharedOf, TextField } from '../fields.tsx';
import { nameOf, stepOf } from '../words.ts';
import { change } from './change.ts';

/** Who pays, who answers, and where it stands. */
export function Links({ atlas, features }: { atlas: Atlas; features: readonly PlanFeature[] }) {
  const { t, local } = useText();
  const ids = features.map(({ properties }) => properties.id);
  const measures = atlas.city.measures
    // a measure that must not have a place is never offered one
    .filter(({ reach }) => reach.kind === 'places')
    .map(({ id, name, grantId }) => ({
      value: id,
      label: local(name),
      group: grantName(atlas, grantId, local),
    }));
  const link = (measureId: string, how: MeasureLink['how']): void => {
    const desk = deskOf(atlas);
    if (!desk) return;
    const after = linkMeasure(desk.plan, { ids, measureId, how });
    keep(stepOf('planner.step.change', features, { field: 'measure' }), after);
  };
  const linked = sharedOf(features.map(({ properties }) => properties.measureIds.join(' ')));
  const linkedIds = linked.kind === 'same' ? (linked.value?.split(' ').filter(Boolean) ?? []) : [];
  const isShared = linkedIds.length > 1;
  return (
    <>
      <h4>{t('planner.properties.links')}</h4>
      {isShared ? (
        <ul aria-label={t('planner.field.measure')}>
          {linkedIds.map((id) => (
            <li key={id} className="plan-row plan-linked">
              <span>{measures.find(({ value }) => value === id)?.label ?? id}</span>
              <button type="button" className="link" onClick={() => link(id, 'remove')}>
                {t('planner.links.remove')}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <SelectField
          label={t('planner.field.measure')}
          shared={linked.kind === 'same' ? { kind: 'same', value: linkedIds[0] } : linked}
          options={measures}
          onKeep={(id) => link(id, 'only')}
        />
      )}
      {linkedIds.length > 0 && (
        <SelectField
          label={t('planner.links.add')}
          shared={{ kind: 'same', value: undefined }}
          options={measures.filter(({ value }) => !linkedIds.includes(value))}
          onKeep={(id) => link(id, 'add')}
        />
      )}
      <SelectField
        label={t('planner.field.namndId')}
        shared={sharedOf(features.map(({ properties }) => properties.namndId))}
        options={atlas.city.boards.map(({ id, name }) => ({ value: id, label: local(name) }))}
        onKeep={(namndId) => change(atlas, features, { field: 'namndId', patch: { namndId } })}
      />
      <StrakField atlas={atlas} features={features} />
      <StatusField atlas={atlas} features={features} />
      <TextField
        label={t('planner.field.note')}
        rows={2}
        shared={sharedOf(features.map(({ properties }) => properties.note))}
        onKeep={(note) => change(atlas, features, { field: 'note', patch: { note } })}
      />
    </>
  );
}

const NO_STRAK = '';

/** Which stråk a light or a camera stands along: its cost is summed there. */
function StrakField({ atlas, features }: { atlas: Atlas; features: readonly PlanFeature[] }) {
  const text = useText();
  const { t } = text;
  const desk = deskOf(atlas);
  const strakIds = features.map(({ properties }) =>
    'strakId' in properties || properties.kind === 'light' || properties.kind === 'camera'
      ? ((properties as { strakId?: string }).strakId ?? NO_STRAK)
      : null,
  );
  if (!desk || strakIds.includes(null)) return null;
  const straks = desk.features.filter(({ properties }) => properties.kind === 'strak');
  return (
    <SelectField
      label={t('planner.field.strakId')}
      shared={sharedOf(strakIds.map((id) => id ?? NO_STRAK))}
      options={[
        { value: NO_STRAK, label: t('planner.links.noStrak') },
        ...straks.map((strak) => ({ value: strak.properties.id, label: nameOf(strak, text) })),
      ]}
      onKeep={(id) =>
        change(atlas, features, { field: 'strakId', patch: { strakId: id === NO_STRAK ? null : id } })
      }
    />
  );
}

function grantName(atlas: Atlas, grantId: string, local: ReturnType<typeof useText>['local']): string {
  const grant = atlas.grants.get(grantId);
  const programme = grant && atlas.programmes.get(grant.programmeId);
  const board = grant && atlas.boards.get(grant.namndId);
  return programme && board ? `${programme.letter}: ${local(board.short)}` : grantId;
}

/** A camera cannot leave "proposed" without its legal record, and the field says what to do. */
function StatusField({ atlas, features }: { atlas: Atlas; features: readonly PlanFeature[] }) {
  const { t } = useText();
  const [blockedCount, setBlocked] = useState(0);
  const set = (status: string): void => {
    const desk = deskOf(atlas);
    const known = STATUSES.find((each) => each === status);
    if (!desk || !known) return;
    const ids = features.map(({ properties }) => properties.id);
    const { proposal, blockers } = changeStatus(desk.plan, ids, known as Status);
    setBlocked(blockers.length);
    if (blockers.length > 0) say({ key: 'planner.said.blocked', params: { count: blockers.length } });
    else keep(stepOf('planner.step.change', features, { field: 'status' }), proposal);
  };
  return (
    <>
      <SelectField
        label={t('details.status')}
        shared={sharedOf(features.map(({ properties }) => properties.status))}
        options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        onKeep={set}
      />
      {blockedCount > 0 && (
        <p className="plan-blocked" role="alert">
          {t('planner.said.blocked', { count: blockedCount })}{' '}
          <button type="button" className="link" onClick={() => changeView({ desk: 'checks' })}>
            {t('planner.blocked.show')}
          </button>
        </p>
      )}
    </>
  );
}
