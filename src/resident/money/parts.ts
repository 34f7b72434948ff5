import type { City, Grant, Measure } from '../../domain/city.ts';

export const MONEY_ORDERS = ['programme', 'board'] as const;
/** What stands first in the picture; the grants below it are then told apart by the other. */
export type MoneyOrder = (typeof MONEY_ORDERS)[number];

/** A part of a grant: a measure whose amount is published, or what is left, which nobody has divided in public. */
export type GrantPart =
  | { readonly kind: 'known'; readonly measure: Measure; readonly amountSek: number }
  | { readonly kind: 'undivided'; readonly measures: readonly Measure[]; readonly amountSek: number };

export interface GrantBranch {
  readonly grant: Grant;
  readonly parts: readonly GrantPart[];
}

export interface MoneyBranch {
  /** Of the programme or the board, by the order. */
  readonly id: string;
  readonly amountSek: number;
  readonly grants: readonly GrantBranch[];
}

/**
 * The package as a picture of three levels. Every level adds up to the one above it; a division that no source states
 * is one part, never a guess.
 * @param boardId only this board's grants; null takes all
 */
export function moneyBranches(city: City, order: MoneyOrder, boardId: string | null = null): MoneyBranch[] {
  const firsts = order === 'programme' ? city.programmes : city.boards;
  const isOf = (grant: Grant, id: string): boolean =>
    id === (order === 'programme' ? grant.programmeId : grant.namndId);
  return firsts
    .map(({ id }): MoneyBranch => {
      const grants = city.grants.filter(
        (grant) => isOf(grant, id) && (boardId === null || grant.namndId === boardId),
      );
      return {
        id,
        amountSek: grants.reduce((sum, { amountSek }) => sum + amountSek, 0),
        grants: grants.map((grant) => ({ grant, parts: grantParts(city, grant) })),
      };
    })
    .filter(({ grants }) => grants.length > 0);
}

/**
 * A grant's measures with a known amount, then the rest as one part. Amounts that a source rounds may say more than the
 * grant holds; the rest is then nothing, and the measures without an amount still stand in it.
 */
export function grantParts(city: City, grant: Grant): GrantPart[] {
  const measures = city.measures.filter(({ grantId }) => grantId === grant.id);
  const known = measures.flatMap((measure): GrantPart[] =>
    measure.share.kind === 'known' ? [{ kind: 'known', measure, amountSek: measure.share.amountSek }] : [],
  );
  const undivided = measures.filter(({ share }) => share.kind === 'included');
  const restSek = Math.max(0, grant.amountSek - known.reduce((sum, part) => sum + part.amountSek, 0));
  return restSek > 0 || undivided.length > 0
    ? [...known, { kind: 'undivided', measures: undivided, amountSek: restSek }]
    : known;
}

/** How much of the branches has a published division down to the measure. */
export const knownSek = (branches: readonly MoneyBranch[]): number =>
  branches
    .flatMap(({ grants }) => grants.flatMap(({ parts }) => parts))
    .reduce((sum, part) => sum + (part.kind === 'known' ? part.amountSek : 0), 0);
