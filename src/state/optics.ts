import { create } from 'zustand';
import type { PhotometryProblem } from '../analysis/photometry/photometry.ts';
import { readPhotometry } from '../analysis/photometry/readPhotometry.ts';
import { keepOptic } from './lightAndSightPlan.ts';

interface OpticsDesk {
  /** The light distribution that is looked at. */
  readonly chosenId: string | null;
  /** The file that could not be read, and why. */
  readonly fault: { readonly file: string; readonly problem: PhotometryProblem } | null;
}

/** The desk of light distributions. Changed only by the functions below. */
export const useOptics = create<OpticsDesk>(() => ({ chosenId: null, fault: null }));

export function chooseOptic(chosenId: string | null): void {
  useOptics.setState({ chosenId });
}

/** Whether a file is a light distribution by its name. */
export const isOpticFile = (name: string): boolean => /\.(ldt|ies)$/i.test(name);

/** UTF-8 where the file says so, else Latin-1 as both formats are. */
function textOf(bytes: Uint8Array): string {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return new TextDecoder(isMarked ? 'utf-8' : 'windows-1252').decode(bytes);
}

/** Reads a light distribution, keeps it on this device and looks at it; or says what is wrong with it. */
export async function openOptic(file: File): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = readPhotometry(bytes);
  if (read.kind === 'problem') {
    useOptics.setState({ fault: { file: file.name, problem: read.problem } });
    return;
  }
  const id = keepOptic({ key: 'analysis.step.optic' }, { name: file.name, text: textOf(bytes) });
  useOptics.setState({ chosenId: id, fault: null });
}
