import { type Remote, transfer, wrap } from 'comlink';
import type { BackgroundFeature } from '../../domain/background.ts';
import type { Addresses } from '../../domain/streets.ts';
import type { StreetQuestions } from './worker.ts';

let questions: Remote<StreetQuestions> | undefined;

/** One worker for the page's life: tiles come one after another while a planner moves about. */
function ask(): Remote<StreetQuestions> {
  questions ??= wrap<StreetQuestions>(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'streets' }),
  );
  return questions;
}

/** Reads a background tile beside the page. @throws when the bytes are not such a tile */
export const readBackgroundTile = (bytes: ArrayBuffer): Promise<BackgroundFeature[]> =>
  ask().background(transfer(bytes, [bytes]));

/** Reads the addresses of an extract beside the page. @throws when the bytes are none */
export const readAddresses = (bytes: ArrayBuffer): Promise<Addresses> =>
  ask().addresses(transfer(bytes, [bytes]));
