import { type BaseIssue, getDotPath } from 'valibot';

/** Something a person has to be told about: which part could not be read, and the technical reason. */
export class ReadProblem extends Error {
  constructor(
    readonly part: 'manifest' | 'city' | 'layer',
    readonly detail: string,
  ) {
    super(`${part}: ${detail}`);
  }
}

/** Where a value differs from its schema, in one line. */
export const issueLine = (issue: BaseIssue<unknown>): string =>
  `${getDotPath(issue) ?? ''}: ${issue.message}`;
