import type { FieldSummary } from '../importResult.ts';
import { type MappedKind, RULES, TARGETS, type Target, UNITS, type Unit } from './fields.ts';

export interface FieldChoice {
  readonly field: string;
  readonly unit: Unit;
}
/** Which field of a file gives which property. Plain data, so that it can be remembered. */
export interface FieldMapping {
  readonly kind: MappedKind;
  readonly fields: Readonly<Partial<Record<Target, FieldChoice>>>;
}

/** Units as they stand in headers: "höjd (cm)", "effekt [W]", "ljusflöde, klm". */
const UNIT_WORDS: Readonly<Record<string, Unit>> = {
  m: 'm',
  meter: 'm',
  metres: 'm',
  dm: 'dm',
  cm: 'cm',
  mm: 'mm',
  ft: 'ft',
  fot: 'ft',
  '°': 'deg',
  grader: 'deg',
  deg: 'deg',
  degrees: 'deg',
  gon: 'gon',
  rad: 'rad',
  w: 'W',
  watt: 'W',
  kw: 'kW',
  lm: 'lm',
  lumen: 'lm',
  klm: 'klm',
  px: 'px',
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9°]+/g, ' ')
    .trim();

/** Splits "Höjd (cm)" into the name and the unit it states. */
function nameAndUnit(header: string): { name: string; unit: Unit | undefined } {
  const words = plain(header).split(' ');
  const last = words.at(-1) ?? '';
  const unit = words.length > 1 && Object.hasOwn(UNIT_WORDS, last) ? UNIT_WORDS[last] : undefined;
  return { name: (unit === undefined ? words : words.slice(0, -1)).join(' '), unit };
}

/**
 * A first guess of the mapping from the fields' names and, where a number has no stated unit, from what is in them
 * (heights of 450 are centimetres). Every field is used once; the user changes the rest.
 */
export function suggestMapping(kind: MappedKind, fields: readonly FieldSummary[]): FieldMapping {
  const chosen: Partial<Record<Target, FieldChoice>> = {};
  const used = new Set<string>();
  const known = fields.map((field) => ({ field, ...nameAndUnit(field.name) }));
  for (const target of TARGETS[kind]) {
    const rule = RULES[target];
    for (const spelling of rule.spellings) {
      const match = known.find(
        ({ name, field, unit }) =>
          !used.has(field.name) &&
          name === spelling &&
          (unit === undefined || UNITS[unit].quantity === rule.quantity) &&
          (rule.quantity === 'text' || field.numeric * 2 >= field.filled),
      );
      if (!match) continue;
      used.add(match.field.name);
      chosen[target] = { field: match.field.name, unit: match.unit ?? unitByContent(target, match.field) };
      break;
    }
  }
  return { kind, fields: chosen };
}

/** Units that files leave out of their headers, the likeliest first. Nobody leaves out decimetres or feet. */
const GUESSED: readonly Unit[] = ['m', 'cm', 'mm', 'lm', 'klm', 'W', 'kW', 'deg', 'gon', 'px'];

/** The target's own unit, unless the samples only make sense in a smaller or larger one. */
function unitByContent(target: Target, { samples }: FieldSummary): Unit {
  const { unit, quantity, range } = RULES[target];
  if (quantity === 'text') return unit;
  const numbers = samples.map((sample) => Number(sample.replace(',', '.'))).filter(Number.isFinite);
  const fits = (candidate: Unit): boolean =>
    numbers.every((value) => {
      const own = (value * UNITS[candidate].factor) / UNITS[unit].factor;
      return own >= range[0] && own <= range[1];
    });
  if (numbers.length === 0 || fits(unit)) return unit;
  return GUESSED.filter((other) => UNITS[other].quantity === quantity).find(fits) ?? unit;
}
