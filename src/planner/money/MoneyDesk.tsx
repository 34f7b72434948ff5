import { useMemo } from 'react';
import type { Proposal } from '../../domain/proposal.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { effectiveFeature } from '../../proposal/apply.ts';
import { changeProposal } from '../../proposal/edits/changeProposal.ts';
import type { Cost, Money } from '../../proposal/money.ts';
import type { Atlas } from '../../state/atlas.ts';
import { planOf, usePlanning } from '../../state/planning.ts';
import { Definition, DefinitionList } from '../../ui/DefinitionList.tsx';
import { keep } from '../desk.ts';
import { NumberField, SelectField } from '../fields.tsx';
import { nameOf } from '../words.ts';
import { PriceList } from './PriceList.tsx';
import { planMoney } from './planMoney.ts';

/** What the proposal costs against the money at hand: once and every year, per measure and per stråk. */
export function MoneyDesk({ atlas }: { atlas: Atlas }) {
  const text = useText();
  const { t, format, local } = text;
  const proposal = usePlanning((state) => state.committed);
  const money = useMemo(() => (proposal ? planMoney(proposal, atlas) : null), [proposal, atlas]);
  if (!proposal || !money) return null;
  const measureName = (id: string): string => {
    const funded = atlas.measures.get(id);
    return funded ? local(funded.measure.name) : id || t('planner.money.noMeasure');
  };
  const strakName = (id: string): string => {
    const strak = id ? effectiveFeature(planOf(proposal, atlas.features), id) : undefined;
    return strak ? nameOf(strak, text) : t('planner.money.noStrak');
  };
  return (
    <div className="plan-desk">
      <Budget proposal={proposal} money={money} />
      <GrantChoice atlas={atlas} proposal={proposal} />
      <h3>{t('planner.money.once')}</h3>
      <p className="plan-sum">{format.sek(money.investmentSek)}</p>
      <p className="muted">
        {t(`planner.money.vat.${money.vat}`, {
          percent: money.vatPercent,
          other: format.sek(
            money.vat === 'excluded' ? money.investmentWithVatSek : money.investmentWithoutVatSek,
          ),
        })}
      </p>
      <h3>{t('planner.money.yearly')}</h3>
      <Yearly money={money} />
      <CostTable title={t('planner.money.perMeasure')} rows={money.perMeasure} nameOfRow={measureName} />
      <CostTable title={t('planner.money.perStrak')} rows={money.perStrak} nameOfRow={strakName} />
      <PriceList proposal={proposal} />
    </div>
  );
}

/** The running sum as a bar; over-spend is said in words, not by colour alone. */
function Budget({ proposal, money }: { proposal: Proposal; money: Money }) {
  const { t, format } = useText();
  const { budgetSek, investmentSek, leftSek } = money;
  const share = budgetSek > 0 ? Math.min(1, investmentSek / budgetSek) : 1;
  const isOver = leftSek < 0;
  return (
    <div>
      <p className={isOver ? 'plan-sum plan-wrong' : 'plan-sum'}>
        {isOver
          ? t('planner.money.over', { amount: format.sek(-leftSek) })
          : t('planner.money.left', { amount: format.sek(leftSek) })}
      </p>
      <div
        className={isOver ? 'plan-bar plan-over' : 'plan-bar'}
        role="img"
        aria-label={t('planner.money.bar', {
          spent: format.sek(investmentSek),
          budget: format.sek(budgetSek),
        })}
      >
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <p className="muted">
        {t('planner.money.bar', { spent: format.sek(investmentSek), budget: format.sek(budgetSek) })}
      </p>
      <NumberField
        label={t('planner.money.budget')}
        unit={t('planner.unit.kronor')}
        min={0}
        decimals={0}
        shared={{ kind: 'same', value: proposal.budgetSek }}
        onKeep={(sek) =>
          sek !== null && keep({ key: 'planner.step.budget' }, changeProposal(proposal, { budgetSek: sek }))
        }
      />
    </div>
  );
}

/** Another grant brings its own amount. */
function GrantChoice({ atlas, proposal }: { atlas: Atlas; proposal: Proposal }) {
  const { t, local, format } = useText();
  const options = atlas.city.grants.map(({ id, namndId, programmeId, amountSek }) => {
    const board = atlas.boards.get(namndId);
    const programme = atlas.programmes.get(programmeId);
    const name = `${programme?.letter ?? ''} ${board ? local(board.short) : ''}`.trim();
    return { value: id, label: `${name}: ${format.sek(amountSek)}` };
  });
  return (
    <SelectField
      label={t('planner.money.grant')}
      shared={{ kind: 'same', value: proposal.grantId }}
      options={options}
      onKeep={(grantId) => {
        const budgetSek = atlas.grants.get(grantId)?.amountSek ?? proposal.budgetSek;
        keep({ key: 'planner.step.grant' }, changeProposal(proposal, { grantId, budgetSek }));
      }}
    />
  );
}

function Yearly({ money }: { money: Money }) {
  const { t, format } = useText();
  const withoutWatts = money.lightIdsWithoutWatts.length;
  return (
    <>
      <p className="plan-sum">{format.sek(money.maintenanceSekPerYear + money.energySekPerYear)}</p>
      <DefinitionList>
        <Definition term={t('planner.money.maintenance')}>
          {format.sek(money.maintenanceSekPerYear)}
        </Definition>
        <Definition term={t('planner.money.energy')}>
          {t('planner.money.energyHow', {
            amount: format.sek(money.energySekPerYear),
            kwh: format.number(money.energyKwhPerYear),
            hours: format.number(money.burningHoursPerYear),
          })}
        </Definition>
      </DefinitionList>
      {withoutWatts > 0 && <p className="muted">{t('planner.money.noWatts', { count: withoutWatts })}</p>}
    </>
  );
}

function CostTable({
  title,
  rows,
  nameOfRow,
}: {
  title: string;
  rows: ReadonlyMap<string, Cost>;
  nameOfRow: (id: string) => string;
}) {
  const { t, format } = useText();
  if (rows.size === 0) return null;
  return (
    <table className="plan-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('list.name')}</th>
          <th scope="col" className="numeric">
            {t('planner.money.once')}
          </th>
          <th scope="col" className="numeric">
            {t('planner.money.perYear')}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...rows].map(([id, cost]) => (
          <tr key={id}>
            <th scope="row">{nameOfRow(id)}</th>
            <td className="numeric">{format.sek(cost.investmentSek)}</td>
            <td className="numeric">{format.sek(cost.maintenanceSekPerYear + cost.energySekPerYear)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
