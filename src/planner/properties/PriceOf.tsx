import type { PriceList } from '../../domain/priceList.ts';
import type { PlanFeature } from '../../domain/proposal.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { changeView } from '../../state/store.ts';
import { NumberField, SelectField, sharedOf } from '../fields.tsx';
import { change } from './change.ts';

const NO_ITEM = '';

/** What one of them costs: a price of the list, or its own. */
export function PriceOf({
  atlas,
  features,
  prices,
}: {
  atlas: Atlas;
  features: readonly PlanFeature[];
  prices: PriceList;
}) {
  const { t, format } = useText();
  const options = [
    { value: NO_ITEM, label: t('planner.price.noItem') },
    ...Object.values(prices.items).map(({ id, name, investmentSek, unit }) => ({
      value: id,
      label: `${name} (${t(`planner.price.per.${unit}`, { amount: format.sek(investmentSek) })})`,
    })),
  ];
  return (
    <>
      <h4>{t('planner.properties.price')}</h4>
      <SelectField
        label={t('planner.field.priceItemId')}
        shared={sharedOf(features.map(({ properties }) => properties.priceItemId ?? NO_ITEM))}
        options={options}
        onKeep={(id) =>
          change(atlas, features, {
            field: 'priceItemId',
            patch: { priceItemId: id === NO_ITEM ? null : id },
          })
        }
      />
      <NumberField
        label={t('planner.field.priceSek')}
        unit={t('planner.unit.kronor')}
        min={0}
        decimals={2}
        isOptional
        hint={t(`planner.price.vat.${prices.vat}`, { percent: prices.vatPercent })}
        shared={sharedOf(features.map(({ properties }) => properties.priceSek))}
        onKeep={(priceSek) => change(atlas, features, { field: 'priceSek', patch: { priceSek } })}
      />
      <button type="button" className="link" onClick={() => changeView({ desk: 'money' })}>
        {t('planner.price.toList')}
      </button>
    </>
  );
}
