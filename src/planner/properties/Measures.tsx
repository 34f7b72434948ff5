import { GENERIC_OPTICS } from '../../analysis/photometry/genericOptics.ts';
import { DISCLOSURES } from '../../domain/feature.ts';
import type { FeatureChange, PlanFeature } from '../../domain/proposal.ts';
import type { TextKey } from '../../i18n/messages.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { Definition, DefinitionList } from '../../ui/DefinitionList.tsx';
import { NumberField, SelectField, sharedOf, TextField } from '../fields.tsx';
import { change, changeNumber } from './change.ts';
import { NUMBERS } from './ofKind.ts';

type Values = Readonly<Record<string, unknown>>;
const stated = ({ properties }: PlanFeature, key: string): unknown => (properties as unknown as Values)[key];

/** Name and technical numbers of what is chosen. */
export function Measures({ atlas, features }: { atlas: Atlas; features: readonly PlanFeature[] }) {
  const { t, local } = useText();
  const kinds = [...new Set(features.map(({ properties }) => properties.kind))];
  const [kind] = kinds;
  const numbers = kind !== undefined && kinds.length === 1 ? NUMBERS[kind] : [];
  return (
    <>
      <TextField
        label={t('planner.field.name')}
        shared={sharedOf(features.map(({ properties }) => local(properties.name)))}
        onKeep={(name) => {
          if (name)
            change(atlas, features, { field: 'name', patch: { name: { sv: name, en: name, fi: name } } });
        }}
      />
      {kinds.length === 1 && <Sizes features={features} />}
      <div className="plan-grid">
        {numbers.map(({ key, label, ...rest }) => (
          <NumberField
            key={key}
            label={t(label)}
            {...rest}
            shared={sharedOf(features.map((feature) => stated(feature, key) as number | undefined))}
            isOptional={isOptional(key)}
            onKeep={(value) => changeNumber(atlas, features, { key, value })}
          />
        ))}
      </div>
      {kinds.length === 1 && kind === 'light' && <Optic atlas={atlas} features={features} />}
      {kinds.length === 1 && kind === 'camera' && (
        <SelectField
          label={t('planner.field.disclosure')}
          hint={t('planner.field.disclosureHint')}
          shared={sharedOf(features.map((feature) => stated(feature, 'disclosure') as string | undefined))}
          options={DISCLOSURES.map((value) => ({ value, label: t(`planner.disclosure.${value}`) }))}
          onKeep={(disclosure) =>
            change(atlas, features, { field: 'disclosure', patch: { disclosure } as FeatureChange })
          }
        />
      )}
    </>
  );
}

/** What a camera always has cannot be taken away. */
const isOptional = (key: string): boolean =>
  !['bearingDegrees', 'fieldOfViewDegrees', 'rangeMetres'].includes(key);

function Optic({ atlas, features }: { atlas: Atlas; features: readonly PlanFeature[] }) {
  const { t } = useText();
  return (
    <SelectField
      label={t('planner.field.opticId')}
      hint={t('planner.field.opticHint')}
      shared={sharedOf(features.map((feature) => stated(feature, 'opticId') as string | undefined))}
      options={GENERIC_OPTICS.map(({ id }) => ({ value: id, label: t(`planner.optic.${id}` as TextKey) }))}
      onKeep={(opticId) => change(atlas, features, { field: 'opticId', patch: { opticId } })}
    />
  );
}

/** How long, or how large, together. */
function Sizes({ features }: { features: readonly PlanFeature[] }) {
  const { t, format } = useText();
  const metres = features.reduce(
    (sum, { properties }) => sum + (properties.kind === 'strak' ? properties.lengthMetres : 0),
    0,
  );
  const squareMetres = features.reduce(
    (sum, { properties }) => sum + (properties.kind === 'area' ? properties.areaKm2 * 1e6 : 0),
    0,
  );
  if (metres === 0 && squareMetres === 0) return null;
  return (
    <DefinitionList>
      <Definition term={t('details.length')}>
        {metres > 0 && t('unit.m', { value: format.number(metres, 1) })}
      </Definition>
      <Definition term={t('details.area')}>
        {squareMetres > 0 && t('planner.unit.squareMetres', { value: format.number(squareMetres) })}
      </Definition>
    </DefinitionList>
  );
}
