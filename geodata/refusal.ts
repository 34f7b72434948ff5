/** Why something was refused: always which file, which feature, and what is wrong with it. */
export interface Refusal {
  file: string;
  feature: string;
  reason: string;
}

/** Ends a build: nothing is written when anything is refused. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(({ file, feature, reason }) => `${file}: ${feature}: ${reason}`).join('\n'));
    this.name = 'Refused';
    this.refusals = refusals;
  }
}

/** Throws when there is anything to refuse. */
export function refuseAny(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new Refused(refusals);
}
