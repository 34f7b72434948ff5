import { detectFormat } from './detect.ts';
import type { ImportInput, ImportOptions, ImportProblem, ImportResult } from './importResult.ts';
import { LIMITS } from './limits.ts';
import { paceOf } from './pace.ts';
import { placeLayers } from './place.ts';
import { FatalProblem, Problems } from './problems.ts';
import type { ReadContext } from './rawRead.ts';
import { summaryOf } from './summary.ts';
import { decodeText } from './text/decode.ts';
import { isZip } from './zip/unpack.ts';

/**
 * Reads a foreign file: what it is, where it lies, what is in it and what is wrong with it. Nothing is thrown for bad
 * content: a file that cannot be used gives no features and one fatal problem that says where it broke.
 * @throws only the signal's AbortError, when cancelled
 */
export async function readFile(input: ImportInput, options: ImportOptions): Promise<ImportResult> {
  const problems = new Problems(input.name);
  const context: ReadContext = { problems, pace: paceOf(options), crsChoices: options.crsChoices };
  try {
    if (input.bytes.length === 0) throw new FatalProblem('empty-file');
    if (input.bytes.length > LIMITS.fileBytes) throw tooLarge(input.bytes.length);
    const read = await detectFormat(input);
    const raw = await read(input.bytes, context);
    const { crs, features, outsideCount } = await placeLayers(raw, options, context);
    const summary = summaryOf(features, outsideCount, problems);
    const background = raw.background && { background: raw.background };
    options.onProgress?.(1);
    return { format: raw.format, crs, features, problems: problems.list, summary, ...background };
  } catch (error) {
    options.signal?.throwIfAborted();
    return refusal(error, problems);
  }
}

const tooLarge = (bytes: number, limit: number = LIMITS.fileBytes): FatalProblem =>
  new FatalProblem('file-too-large', { bytes, limit });

/** So much of a file shows what it is. */
const START_BYTES = 4096;

/**
 * Reads a file that is not in memory yet. What is too large, or by its beginning no file we read, is refused without
 * being taken into memory. @throws only the signal's AbortError, when cancelled
 */
export async function readBlob(
  { name, content }: { readonly name: string; readonly content: Blob },
  options: ImportOptions,
): Promise<ImportResult> {
  try {
    if (content.size > LIMITS.fileBytes) throw tooLarge(content.size);
    const start = new Uint8Array(await content.slice(0, START_BYTES).arrayBuffer());
    // An archive tells at its end what is in it.
    if (start.length > 0 && !isZip(start)) await detectFormat({ name, bytes: start });
    if (/^[{[]/.test(decodeText(start).text.trimStart()) && content.size > LIMITS.jsonBytes)
      throw tooLarge(content.size, LIMITS.jsonBytes);
  } catch (error) {
    return refusal(error, new Problems(name));
  }
  return readFile({ name, bytes: new Uint8Array(await content.arrayBuffer()) }, options);
}

/** The result for a file of which nothing can be used; only the reason is kept of what was read before. */
function refusal(error: unknown, problems: Problems): ImportResult {
  const fatal =
    error instanceof FatalProblem
      ? error
      : new FatalProblem('broken-unexpectedly', {
          message: error instanceof Error ? error.message.slice(0, 200) : '',
        });
  const problem: ImportProblem = {
    severity: 'fatal',
    code: fatal.code,
    params: fatal.params,
    where: { file: problems.file, ...fatal.where },
  };
  return {
    format: 'unknown',
    crs: { kind: 'ask', candidates: [] },
    features: [],
    problems: [problem],
    summary: summaryOf([], 0, new Problems(problems.file)),
  };
}
