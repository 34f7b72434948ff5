import type { Manifest } from '../domain/feature.ts';
import type { Proposal } from '../domain/proposal.ts';

const SHA256_DIGITS = 64;

/**
 * Which release of the city's data is on the table: one mark that changes when any of its files does, and its newest
 * date. The files' own SHA-256 are added digit by digit, because a digest of the whole would need a secure context.
 */
export function releaseOf({ citySha256, layers }: Manifest): Proposal['basedOn'] {
  const marks = [citySha256, ...layers.map(({ sha256 }) => sha256)];
  const digit = (at: number): string =>
    (marks.reduce((sum, mark) => sum + Number.parseInt(mark[at] ?? '0', 16), 0) % 16).toString(16);
  const dates = layers.map(({ date }) => date).sort();
  return {
    manifestSha256: Array.from({ length: SHA256_DIGITS }, (_, at) => digit(at)).join(''),
    date: dates.at(-1) ?? '',
  };
}
