import { PRICE_UNITS, type PriceItem } from '../../domain/priceList.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { changePrice, changePriceTerms } from '../../proposal/edits/changePrice.ts';
import { newId } from '../../state/papers.ts';
import { Segments } from '../../ui/Choice.tsx';
import { keep } from '../desk.ts';
import { NumberField, SelectField, TextField } from '../fields.tsx';

const STEP = { key: 'planner.step.prices' } as const;

/** The proposal's own prices, with or without tax said plainly, and who has vouched for each. */
export function PriceList({ proposal }: { proposal: Proposal }) {
  const { t, format } = useText();
  const { prices } = proposal;
  const set = (item: PriceItem): void => keep(STEP, changePrice(proposal, item));
  const add = (): void =>
    set({
      id: newId(),
      name: t('planner.price.new'),
      unit: 'piece',
      investmentSek: 0,
      yearlySek: 0,
      basis: 'antagande',
    });
  return (
    <details className="plan-fill">
      <summary>{t('planner.price.title')}</summary>
      <div className="plan-desk">
        <p className="muted">{t('planner.price.about')}</p>
        <Segments
          label={t('planner.price.vat')}
          value={prices.vat}
          options={(['excluded', 'included'] as const).map((value) => ({
            value,
            label: t(`planner.vat.${value}`),
          }))}
          onChange={(vat) => keep(STEP, changePriceTerms(proposal, { vat }))}
        />
        <div className="plan-grid">
          <NumberField
            label={t('planner.price.vatPercent')}
            unit="%"
            min={0}
            max={100}
            shared={{ kind: 'same', value: prices.vatPercent }}
            onKeep={(vatPercent) =>
              vatPercent !== null && keep(STEP, changePriceTerms(proposal, { vatPercent }))
            }
          />
          <NumberField
            label={t('planner.price.energy')}
            unit={t('planner.unit.perKwh')}
            min={0}
            decimals={3}
            hint={t(`planner.basis.${prices.energyBasis}`)}
            shared={{ kind: 'same', value: prices.energySekPerKwh }}
            onKeep={(energySekPerKwh) =>
              energySekPerKwh !== null &&
              keep(STEP, changePriceTerms(proposal, { energySekPerKwh, energyBasis: 'bekraftad' }))
            }
          />
        </div>
        {Object.values(prices.items).map((item) => (
          <details key={item.id} className="plan-price">
            <summary>
              {item.name}{' '}
              <span className="muted">
                {t(`planner.price.per.${item.unit}`, { amount: format.sek(item.investmentSek) })} ·{' '}
                {t(`planner.basis.${item.basis}`)}
              </span>
            </summary>
            <Item item={item} onSet={set} />
          </details>
        ))}
        <p className="plan-row">
          <button type="button" onClick={add}>
            {t('planner.price.add')}
          </button>
        </p>
      </div>
    </details>
  );
}

/** A new amount is still somebody's guess until it is confirmed with where it comes from. */
function Item({ item, onSet }: { item: PriceItem; onSet: (item: PriceItem) => void }) {
  const { t } = useText();
  const same = <T,>(value: T) => ({ kind: 'same' as const, value });
  return (
    <div className="plan-desk">
      <TextField
        label={t('planner.price.name')}
        shared={same(item.name)}
        onKeep={(name) => name && onSet({ ...item, name })}
      />
      <SelectField
        label={t('planner.price.unit')}
        shared={same<string>(item.unit)}
        options={PRICE_UNITS.map((value) => ({ value, label: t(`planner.price.unit.${value}`) }))}
        onKeep={(value) => {
          const unit = PRICE_UNITS.find((each) => each === value);
          if (unit) onSet({ ...item, unit });
        }}
      />
      <div className="plan-grid">
        <NumberField
          label={t('planner.money.once')}
          unit={t('planner.unit.kronor')}
          min={0}
          decimals={2}
          shared={same(item.investmentSek)}
          onKeep={(investmentSek) => investmentSek !== null && onSet({ ...item, investmentSek })}
        />
        <NumberField
          label={t('planner.money.perYear')}
          unit={t('planner.unit.kronor')}
          min={0}
          decimals={2}
          shared={same(item.yearlySek)}
          onKeep={(yearlySek) => yearlySek !== null && onSet({ ...item, yearlySek })}
        />
      </div>
      <TextField
        label={t('planner.price.source')}
        hint={t('planner.price.sourceHint')}
        shared={same(item.source)}
        onKeep={(source) => {
          const { source: _before, ...rest } = item;
          onSet(source ? { ...rest, source, basis: 'bekraftad' } : { ...rest, basis: 'antagande' });
        }}
      />
    </div>
  );
}
