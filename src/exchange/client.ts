import type { BackgroundFeature } from '../domain/background.ts';
import type { ExportFeature } from './export/disclosure.ts';
import type { ExportRequest, ExportResult } from './export/exportFile.ts';
import type { ImportedFeature } from './importResult.ts';
import type { Reading, ReadingOptions, WorkerAnswer, WorkerRequest } from './messages.ts';

export interface Progress {
  readonly signal?: AbortSignal;
  /** The share that is done, 0–1. */
  readonly onProgress?: (share: number) => void;
}

/** Nothing but ending the worker stops a reading that is deep in a parser, and it frees the memory at once. */
function askWorker<Answer>(
  request: WorkerRequest,
  signal: AbortSignal | undefined,
  take: (answer: WorkerAnswer, done: (answer: Answer) => void) => void,
): Promise<Answer> {
  if (signal?.aborted) return Promise.reject(signal.reason);
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Answer>((resolve, reject) => {
    const cancel = (): void => reject(signal?.reason);
    signal?.addEventListener('abort', cancel, { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      if (data.kind === 'failed') reject(new Error(data.message));
      else take(data, resolve);
    });
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'the worker stopped')));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}

/**
 * Reads a file in a worker. Bad content is told in the result, as `readFile` does.
 * @throws the signal's reason when cancelled; an Error when the worker could not start or ran out of memory
 */
export function readInWorker(
  file: { readonly name: string; readonly content: Blob },
  options: ReadingOptions,
  { signal, onProgress }: Progress = {},
): Promise<Reading> {
  const features: ImportedFeature[] = [];
  const background: BackgroundFeature[] = [];
  const request: WorkerRequest = { kind: 'read', name: file.name, file: file.content, options };
  return askWorker<Reading>(request, signal, (answer, done) => {
    if (answer.kind === 'progress') onProgress?.(answer.share);
    else if (answer.kind === 'features') features.push(...answer.features);
    else if (answer.kind === 'background') background.push(...answer.features);
    else if (answer.kind === 'read') {
      const { reading } = answer;
      done({
        ...reading,
        features,
        ...(reading.background && { background: { ...reading.background, features: background } }),
      });
    }
  });
}

/** Writes a file in a worker. @throws the signal's reason when cancelled, an Error when it could not be written */
export function exportInWorker(
  features: readonly ExportFeature[],
  request: ExportRequest,
  { signal }: Pick<Progress, 'signal'> = {},
): Promise<ExportResult> {
  return askWorker<ExportResult>({ kind: 'export', features, request }, signal, (answer, done) => {
    if (answer.kind === 'exported') done(answer.result);
  });
}
