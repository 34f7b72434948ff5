import { useMemo } from 'react';
import type { Proposal } from '../../domain/proposal.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { effectiveFeature, type Plan } from '../../proposal/apply.ts';
import { type Comparison, comparePlans } from '../../proposal/compare.ts';
import { placeOf } from '../../proposal/measure.ts';
import type { Atlas } from '../../state/atlas.ts';
import { usePapers } from '../../state/papers.ts';
import { CITY_TODAY, chooseIds, planOf, usePlanning } from '../../state/planning.ts';
import { changeView, useOpen } from '../../state/store.ts';
import { SelectField } from '../fields.tsx';
import { latitudeOf } from '../money/planMoney.ts';
import { fieldWords, nameOf } from '../words.ts';

const KINDS = ['strak', 'light', 'camera', 'area', 'place'] as const;
const FIRST_ROWS = 100;

/** Two alternatives side by side, and what the second has that the first has not. */
export function CompareDesk({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const committed = usePlanning((state) => state.committed);
  const compared = usePlanning((state) => state.compared);
  const comparedId = useOpen((state) => state.view.comparedId);
  usePapers((state) => state.changes.proposals);
  const workspace = usePapers((state) => state.workspace);
  const others = (workspace?.ids('proposals') ?? []).flatMap((id) => {
    const reading = workspace?.readProposal(id);
    return reading?.kind === 'proposal' && id !== committed?.id ? [reading.proposal] : [];
  });
  return (
    <div className="plan-desk">
      <SelectField
        label={t('planner.compare.with')}
        shared={{ kind: 'same', value: comparedId ?? undefined }}
        options={[
          { value: CITY_TODAY, label: t('planner.compare.city') },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onKeep={(id) => changeView({ comparedId: id })}
      />
      {committed && compared ? (
        <Compared atlas={atlas} first={compared} second={committed} />
      ) : (
        <p className="box">{t('planner.compare.choose')}</p>
      )}
    </div>
  );
}

function Compared({ atlas, first, second }: { atlas: Atlas; first: Proposal; second: Proposal }) {
  const { t } = useText();
  const comparison = useMemo(() => {
    const light = { latitudeDegrees: latitudeOf(atlas) };
    return comparePlans(planOf(first, atlas.features), planOf(second, atlas.features), light);
  }, [atlas, first, second]);
  const { added, removed, moved, changed } = comparison;
  const firstName = first.id === CITY_TODAY ? t('planner.compare.city') : first.name;
  const before = planOf(first, atlas.features);
  const after = planOf(second, atlas.features);
  const isSame = added.length + removed.length + moved.length + changed.length === 0;
  return (
    <>
      <SideBySide comparison={comparison} names={[firstName, second.name]} />
      {isSame && <p className="box">{t('planner.compare.same')}</p>}
      <Part title={t('planner.compare.added', { count: added.length })} ids={added} plan={after} />
      <Part title={t('planner.compare.removed', { count: removed.length })} ids={removed} plan={before} />
      <Part title={t('planner.compare.moved', { count: moved.length })} ids={moved} plan={after} />
      <Part
        title={t('planner.compare.changed', { count: changed.length })}
        ids={changed.map(({ id }) => id)}
        plan={after}
        keysOf={(id) => changed.find((each) => each.id === id)?.keys ?? []}
      />
    </>
  );
}

function SideBySide({ comparison, names }: { comparison: Comparison; names: readonly [string, string] }) {
  const { t, format } = useText();
  const { counts, money } = comparison;
  const yearly = (which: 'first' | 'second'): number =>
    money[which].maintenanceSekPerYear + money[which].energySekPerYear;
  // the unit stands once, beside the name: three sums with it would leave no room for words
  const inSek = (title: string): string => t('planner.compare.inSek', { title });
  const rows: (readonly [title: string, first: number, second: number])[] = [
    ...KINDS.map(
      (kind) => [t(`planner.compare.kind.${kind}`), counts[kind].first, counts[kind].second] as const,
    ),
    [inSek(t('planner.money.once')), money.first.investmentSek, money.second.investmentSek],
    [inSek(t('planner.money.perYear')), yearly('first'), yearly('second')],
    [inSek(t('planner.compare.left')), money.first.leftSek, money.second.leftSek],
  ];
  const shown = (value: number): string => format.number(Math.round(value));
  return (
    <table className="plan-table plan-compared">
      <caption>{t('planner.compare.title')}</caption>
      <thead>
        <tr>
          <td />
          {names.map((name, index) => (
            <th key={index === 0 ? 'first' : 'second'} scope="col" className="numeric">
              {name}
            </th>
          ))}
          <th scope="col" className="numeric">
            {t('planner.compare.difference')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([title, first, second]) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <td className="numeric">{shown(first)}</td>
            <td className="numeric">{shown(second)}</td>
            <td className="numeric">
              {second > first && '+'}
              {shown(second - first)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Part({
  title,
  ids,
  plan,
  keysOf,
}: {
  title: string;
  ids: readonly string[];
  plan: Plan;
  keysOf?: (id: string) => readonly string[];
}) {
  const text = useText();
  const { t } = text;
  if (ids.length === 0) return null;
  return (
    <details className="plan-objects">
      <summary>{title}</summary>
      <ul className="plan-findings">
        {ids.slice(0, FIRST_ROWS).map((id) => {
          const feature = effectiveFeature(plan, id);
          if (!feature) return null;
          const place = placeOf(feature.geometry);
          return (
            <li key={id}>
              <button
                type="button"
                onClick={() => {
                  chooseIds([id]);
                  if (place) changeView({ point: [place[0], place[1]] });
                }}
              >
                <span className="strong">{nameOf(feature, text)}</span>
                {keysOf && (
                  <span className="block muted">
                    {[...new Set(keysOf(id).map((key) => fieldWords(key, text)))].join(', ')}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      {ids.length > FIRST_ROWS && (
        <p className="muted">{t('planner.checks.more', { count: ids.length - FIRST_ROWS })}</p>
      )}
    </details>
  );
}
