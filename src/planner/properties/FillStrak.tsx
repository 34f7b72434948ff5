import { useEffect, useMemo, useState } from 'react';
import type { PlanFeature, PlanStrakFeature, Proposal } from '../../domain/proposal.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { effectiveFeature } from '../../proposal/apply.ts';
import { LEAST_CLEARANCE_METRES } from '../../proposal/checks/lightClearance.ts';
import {
  ARRANGEMENTS,
  type Arrangement,
  fillStrak,
  polePlaces,
  type Row,
  type Side,
} from '../../proposal/edits/fillStrak.ts';
import type { Atlas } from '../../state/atlas.ts';
import { newId } from '../../state/papers.ts';
import { chooseIds, usePlanning } from '../../state/planning.ts';
import { showPreview } from '../../state/sketch.ts';
import { Segments } from '../../ui/Choice.tsx';
import { USUAL_LIGHT, usualLinks } from '../defaults.ts';
import { type Desk, deskOf, keep } from '../desk.ts';
import { NumberField } from '../fields.tsx';
import { nameOf } from '../words.ts';
import { junctionsOf } from './junctions.ts';

/** More poles than this on one stråk is a slip of the finger. */
const MOST_POLES = 2_000;
const USUAL_WIDTH_METRES = 3;
/** A little more than the least clearance, so that rounding never makes it less. */
const CLEARANCE_METRES = LEAST_CLEARANCE_METRES + 0.1;

interface Choices {
  readonly spacingMetres: number;
  readonly offsetMetres: number;
  readonly arrangement: Arrangement;
  readonly side: Side;
  readonly clearanceMetres: number;
}

/** A row of lights along a stråk: seen on the map, counted and priced before it is placed. */
export function FillStrak({ atlas, strakId }: { atlas: Atlas; strakId: string }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="plan-fill" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('planner.fill.title')}</summary>
      {isOpen && <FillForm atlas={atlas} strakId={strakId} onDone={() => setOpen(false)} />}
    </details>
  );
}

function otherLines({ features, around }: Desk, strakId: string) {
  return [
    ...features.flatMap(({ geometry, properties }: PlanFeature) =>
      properties.kind === 'strak' && properties.id !== strakId && geometry.type === 'LineString'
        ? [geometry]
        : [],
    ),
    ...around.paths.map(({ geometry }) => geometry),
  ];
}

function FillForm({ atlas, strakId, onDone }: { atlas: Atlas; strakId: string; onDone: () => void }) {
  const text = useText();
  const { t, format } = text;
  const proposal = usePlanning((state) => state.committed);
  const desk = useMemo(() => (proposal ? deskOf(atlas) : null), [proposal, atlas]);
  const strak = desk && (effectiveFeature(desk.plan, strakId) as PlanStrakFeature | undefined);
  const [choices, setChoices] = useState<Choices>(() => ({
    spacingMetres: 25,
    offsetMetres: (strak?.properties.widthMetres ?? USUAL_WIDTH_METRES) / 2 + CLEARANCE_METRES,
    arrangement: 'single',
    side: 'right',
    clearanceMetres: 5,
  }));
  const junctions = useMemo(
    () => (desk && strak ? junctionsOf(strak.geometry, otherLines(desk, strakId), desk.plane) : []),
    [desk, strak, strakId],
  );
  const row = useMemo(
    (): Row | null =>
      desk && strak
        ? {
            ...{ strak, plane: desk.plane, junctions },
            ...{ spacingMetres: choices.spacingMetres, offsetMetres: choices.offsetMetres },
            ...{ arrangement: choices.arrangement, side: choices.side },
            junctionClearanceMetres: choices.clearanceMetres,
          }
        : null,
    [desk, strak, junctions, choices],
  );
  const poles = useMemo(() => (row && !isTooMany(row) ? polePlaces(row) : []), [row]);
  useEffect(() => {
    showPreview(poles.map(({ at }) => at));
    return () => showPreview([]);
  }, [poles]);
  if (!desk || !row || !strak) return null;
  const item = desk.proposal.prices.items[USUAL_LIGHT.priceItemId];
  const place = (): void => {
    const word = t('kind.light');
    const ids: string[] = [];
    const filled = fillStrak(desk.proposal, row, {
      pattern: {
        ...USUAL_LIGHT,
        ...usualLinks(atlas, 'light', desk.proposal.grantId),
        name: { sv: word, en: word, fi: word },
      },
      newId: () => {
        const id = newId();
        ids.push(id);
        return id;
      },
    });
    const nameOfLight = (number: number): string =>
      t('planner.fill.name', { strak: nameOf(strak, text), number });
    keep(
      { key: 'planner.step.fill', params: { kind: 'light', count: poles.length } },
      numbered(filled, ids, nameOfLight),
    );
    chooseIds(ids);
    onDone();
  };
  return (
    <div className="plan-desk">
      <FillChoices choices={choices} onChange={(change) => setChoices({ ...choices, ...change })} />
      <p role="status" className="plan-sum">
        {isTooMany(row)
          ? t('planner.fill.tooMany', { count: MOST_POLES })
          : t('planner.fill.preview', {
              count: poles.length,
              amount: format.sek(poles.length * (item?.investmentSek ?? 0)),
              junctions: junctions.length,
            })}
      </p>
      <button type="button" className="primary" disabled={poles.length === 0} onClick={place}>
        {t('planner.fill.do', { count: poles.length })}
      </button>
    </div>
  );
}

/** The new lights with a name each, in their order along the stråk. */
function numbered(
  proposal: Proposal,
  ids: readonly string[],
  nameOfLight: (number: number) => string,
): Proposal {
  const named = ids.flatMap((id, index): [string, PlanFeature][] => {
    const light = proposal.added[id];
    const name = nameOfLight(index + 1);
    const properties = light && { ...light.properties, name: { sv: name, en: name, fi: name } };
    return light && properties ? [[id, { ...light, properties } as PlanFeature]] : [];
  });
  return { ...proposal, added: { ...proposal.added, ...Object.fromEntries(named) } };
}

const isTooMany = ({ strak, spacingMetres }: Row): boolean =>
  strak.properties.lengthMetres / spacingMetres > MOST_POLES;

function FillChoices({
  choices,
  onChange,
}: {
  choices: Choices;
  onChange: (change: Partial<Choices>) => void;
}) {
  const { t } = useText();
  const number = (key: 'spacingMetres' | 'offsetMetres' | 'clearanceMetres', min: number) => (
    <NumberField
      label={t(`planner.fill.${key}`)}
      unit="m"
      min={min}
      max={500}
      decimals={2}
      shared={{ kind: 'same', value: choices[key] }}
      onKeep={(value) => value !== null && onChange({ [key]: value })}
    />
  );
  return (
    <>
      <div className="plan-grid">
        {number('spacingMetres', 1)}
        {number('offsetMetres', 0)}
      </div>
      <Segments
        label={t('planner.fill.arrangement')}
        value={choices.arrangement}
        options={ARRANGEMENTS.map((value) => ({ value, label: t(`planner.arrangement.${value}`) }))}
        onChange={(arrangement) => onChange({ arrangement })}
      />
      {choices.arrangement !== 'opposite' && (
        <Segments
          label={t('planner.fill.side')}
          value={choices.side}
          options={(['left', 'right'] as const).map((value) => ({
            value,
            label: t(`planner.side.${value}`),
          }))}
          onChange={(side) => onChange({ side })}
        />
      )}
      {number('clearanceMetres', 0)}
    </>
  );
}
