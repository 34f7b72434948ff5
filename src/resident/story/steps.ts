import type { Board, City, Fact, Grant, Measure, Programme } from '../../domain/city.ts';

export interface StoryGrant {
  readonly grant: Grant;
  readonly board: Board;
  readonly measures: readonly Measure[];
}

/** One stop of the story: the whole sum, one programme with its grants, or what happened afterwards. */
export type StoryStep =
  | { readonly kind: 'start' }
  | {
      readonly kind: 'programme';
      readonly programme: Programme;
      readonly amountSek: number;
      readonly grants: readonly StoryGrant[];
    }
  | { readonly kind: 'after'; readonly facts: readonly Fact[] };

/**
 * The story of a city's package, in the order of its programmes. It ends in the aftermath if there is one.
 * @throws when a grant has no board (the build refuses such a city)
 */
export function storyOf(city: City): readonly StoryStep[] {
  const boards = new Map(city.boards.map((board) => [board.id, board]));
  const programmes = city.programmes.map((programme): StoryStep => {
    const grants = city.grants
      .filter((grant) => grant.programmeId === programme.id)
      .map((grant): StoryGrant => {
        const board = boards.get(grant.namndId);
        if (!board) throw new Error(`grant ${grant.id} has no board`);
        return { grant, board, measures: city.measures.filter((measure) => measure.grantId === grant.id) };
      });
    const amountSek = grants.reduce((sum, { grant }) => sum + grant.amountSek, 0);
    return { kind: 'programme', programme, amountSek, grants };
  });
  const after: StoryStep[] = city.aftermath.length > 0 ? [{ kind: 'after', facts: city.aftermath }] : [];
  return [{ kind: 'start' }, ...programmes, ...after];
}

/** The place in the story that an address asks for; one past the end is the end, none is the start. */
export function stepIndexOf(steps: readonly StoryStep[], storyStep: number | null): number {
  return Math.max(0, Math.min(storyStep ?? 0, steps.length - 1));
}

/** What the map shows at a step: the places of its programme, or the whole city. */
export function selectionOfStep(step: StoryStep | undefined): { kind: 'programme'; id: string } | null {
  return step?.kind === 'programme' ? { kind: 'programme', id: step.programme.id } : null;
}

interface ReadingPlace {
  readonly storyStep: number | null;
  readonly selection: { readonly kind: string; readonly id: string } | null;
  readonly point: readonly [lng: number, lat: number] | null;
}

/** Is the story itself being read, or something the reader opened from it or from the map? */
export function isTelling(city: City, { storyStep, selection, point }: ReadingPlace): boolean {
  if (!selection) return !point;
  const steps = storyOf(city);
  const told = selectionOfStep(steps[stepIndexOf(steps, storyStep)]);
  return told?.kind === selection.kind && told.id === selection.id;
}
