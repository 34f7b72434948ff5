import type { Said } from '../../domain/entry.ts';
import { OUTCOMES, type PlaceEntry, type Responsible } from '../../domain/hotspot.ts';

/** What can be written about a place. */
export const WRITTEN_KINDS = [
  'problem',
  'cause',
  'action',
  'result',
  'follow-up',
  'question',
  'name',
  'close',
] as const;
export type WrittenKind = (typeof WRITTEN_KINDS)[number];

interface Writing {
  readonly kind: WrittenKind;
  /** What it hangs on: a problem's, a cause's or an action's id. */
  readonly parentIds: readonly string[];
  /** The entries that it corrects. */
  readonly replaces: readonly string[];
  /** The day that it is dated, where the form did not ask. */
  readonly today: string;
}

const DONE = ['done', 'partly', 'cancelled'] as const;

/** The responsible as a select's value: `board:id`, or `partner:name`; empty for nobody. */
export function responsibleFrom(value: string, other: string): Responsible | undefined {
  if (value === 'other') return other ? { kind: 'partner', name: other } : undefined;
  const at = value.indexOf(':');
  const [kind, name] = [value.slice(0, at), value.slice(at + 1)];
  if (kind === 'board' && name) return { kind: 'board', namndId: name };
  return kind === 'partner' && name ? { kind: 'partner', name } : undefined;
}

/** A form's fields as something said about a place; undefined when a needed field is empty. */
export function saidFrom(
  form: FormData,
  { kind, parentIds, replaces, today }: Writing,
): Said<PlaceEntry> | undefined {
  const field = (name: string): string => String(form.get(name) ?? '').trim();
  const text = field('text');
  if (!text) return undefined;
  const common = { text, ...(replaces.length > 0 ? { replaces: [...replaces] } : {}) };
  const date = field('date') || today;
  switch (kind) {
    case 'name':
    case 'question':
    case 'close':
      return { ...common, kind };
    case 'problem': {
      const basis = field('basis');
      return { ...common, kind, ...(basis ? { basis } : {}) };
    }
    case 'cause':
      return { ...common, kind, problemIds: [...parentIds] };
    case 'action': {
      const responsible = responsibleFrom(field('responsible'), field('other'));
      const dueDate = field('dueDate');
      return {
        ...common,
        kind,
        causeIds: [...parentIds],
        ...(responsible ? { responsible } : {}),
        ...(dueDate ? { dueDate } : {}),
      };
    }
    case 'result': {
      const [actionId = ''] = parentIds;
      return {
        ...common,
        kind,
        actionId,
        date,
        done: DONE.find((each) => each === field('done')) ?? 'partly',
      };
    }
    case 'follow-up': {
      const outcome = OUTCOMES.find((each) => each === field('outcome')) ?? 'cannot-tell';
      const evaluationId = field('evaluationId');
      return { ...common, kind, date, outcome, ...(evaluationId ? { evaluationId } : {}) };
    }
  }
}
