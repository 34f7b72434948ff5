import { expose, transfer } from 'comlink';
import type { Paper } from './blocks.ts';
import { drawPaper, type FontFiles } from './drawPaper.ts';

const service = {
  async draw(paper: Paper, fonts: FontFiles): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await drawPaper(paper, fonts);
    return transfer(bytes, [bytes.buffer]);
  },
};
export type PaperService = typeof service;

expose(service);
