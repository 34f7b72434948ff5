import type { ImportProblem, ProblemCode, Where } from './importResult.ts';
import { LIMITS } from './limits.ts';

type Params = Readonly<Record<string, string | number>>;

/** Stops the reading of a file; nothing of the file is imported. */
export class FatalProblem extends Error {
  readonly code: ProblemCode;
  readonly params: Params;
  readonly where: Partial<Where>;
  constructor(code: ProblemCode, params: Params = {}, where: Partial<Where> = {}) {
    super(code);
    this.name = 'FatalProblem';
    this.code = code;
    this.params = params;
    this.where = where;
  }
}

/** Collects what went wrong; beyond a limit it only counts, so that a million bad rows stay small. */
export class Problems {
  readonly list: ImportProblem[] = [];
  skipped = 0;
  leftOut = 0;
  readonly file: string;
  constructor(file: string) {
    this.file = file;
  }
  /** A feature that is not imported. */
  skip(code: ProblemCode, where: Partial<Where>, params: Params = {}): void {
    this.skipped++;
    this.add('skipped', code, where, params);
  }
  /** Something the user should know about what is imported. */
  note(code: ProblemCode, where: Partial<Where> = {}, params: Params = {}): void {
    this.add('note', code, where, params);
  }
  private add(severity: 'skipped' | 'note', code: ProblemCode, where: Partial<Where>, params: Params): void {
    if (this.list.length >= LIMITS.problems) this.leftOut++;
    else this.list.push({ severity, code, params, where: { file: this.file, ...where } });
  }
}
