import { exportFile } from './export/exportFile.ts';
import type { Reading, ReadingOptions, WorkerAnswer, WorkerRequest } from './messages.ts';
import { BACKGROUND_KINDS, planBackgroundOf } from './osm/planBackground.ts';
import { readBlob } from './readFile.ts';

/** Features per message: a few milliseconds of the page's time each. */
const BATCH = 1000;
/** Progress is told at most this often. */
const TELL_MS = 100;

const answer = (message: WorkerAnswer, transfer: Transferable[] = []): void =>
  postMessage(message, { transfer });

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  const work = data.kind === 'read' ? read(data) : write(data);
  work.catch((error: unknown) =>
    answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});

async function read({
  name,
  file,
  options,
}: {
  name: string;
  file: Blob;
  options: ReadingOptions;
}): Promise<void> {
  let told = 0;
  const onProgress = (share: number): void => {
    if (performance.now() - told < TELL_MS) return;
    told = performance.now();
    answer({ kind: 'progress', share });
  };
  const result = await readBlob({ name, content: file }, { ...options, onProgress });
  const { background, ...rest } = result;
  const useful: ReadonlySet<unknown> = new Set(BACKGROUND_KINDS);
  const features = background
    ? result.features.filter(({ properties }) => useful.has(properties.kind))
    : result.features;
  for (let at = 0; at < features.length; at += BATCH)
    answer({ kind: 'features', features: features.slice(at, at + BATCH) });
  const under = background ? planBackgroundOf(background) : [];
  for (let at = 0; at < under.length; at += BATCH)
    answer({ kind: 'background', features: under.slice(at, at + BATCH) });
  const reading: Reading = {
    ...rest,
    features: [],
    ...(background && {
      background: { features: [], counts: background.counts, elements: background.elements },
    }),
  };
  answer({ kind: 'read', reading });
}

async function write({ features, request }: Extract<WorkerRequest, { kind: 'export' }>): Promise<void> {
  const result = await exportFile(features, request);
  answer({ kind: 'exported', result }, [result.bytes.buffer as ArrayBuffer]);
}
