import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { WORKSPACE_FORMAT, WORKSPACE_VERSION } from '../../src/domain/workspace.ts';
import { newProposal } from '../../src/proposal/newProposal.ts';
import { serve } from './server.ts';
import { median, type Row } from './table.ts';

/*
 * Question: how much work does one step of a drag give the page's main thread when the proposal has 5 000 lights?
 * Method: the built page in Chromium, drawn in software; a workspace file with the lights is opened as a user would;
 * one light in the middle of the map is dragged with the mouse, one move a frame. All tasks of the main thread are
 * summed in its own processor time, so that other programs on the machine do not count; the same for a proposal with
 * one light gives the ratio.
 */
const ROUNDS = 3;
const STEPS = 30;
/** Two frames: long enough that each move is a step of its own. */
const FRAME_MS = 34;
export const CENTER = [16.545, 59.6105] as const;
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** A workspace file with one proposal: a light in the middle, the others in a grid around it. */
export function workspaceWith(lights: number): string {
  const name = (text: string) => ({ sv: text, en: text, fi: text });
  const side = Math.ceil(Math.sqrt(lights));
  const at = (index: number): [number, number] =>
    index === 0
      ? [CENTER[0], CENTER[1]]
      : [
          CENTER[0] + ((index % side) - side / 2 + 0.5) * 4e-4,
          CENTER[1] + (Math.floor(index / side) - side / 2 + 0.5) * 2e-4,
        ];
  const added = Array.from({ length: lights }, (_, index) => {
    const id = `ljus-${index}`;
    const properties = {
      ...{ kind: 'light', id, name: name(`Ljus ${index}`), measureIds: [], namndId: 'ingen' },
      ...{
        status: 'foreslagen',
        heightMetres: 5,
        fluxLumens: 3000,
        powerWatts: 25,
        priceItemId: 'stolpe-armatur',
      },
    };
    return [id, { type: 'Feature', geometry: { type: 'Point', coordinates: at(index) }, properties }];
  });
  const at0 = '2026-01-01T00:00:00.000Z';
  const basedOn = { manifestSha256: '', date: '2026-01-01' };
  const empty = newProposal({ id: 'matning', name: 'Mätning', basedOn, budgetSek: 2_000_000, at: at0 });
  return JSON.stringify({
    ...{ format: WORKSPACE_FORMAT, version: WORKSPACE_VERSION, id: 'matning', savedAt: at0, history: null },
    records: { proposals: { matning: { ...empty, added: Object.fromEntries(added) } } },
  });
}

const workSeconds = async (devtools: CDPSession): Promise<number> => {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
};

interface Dragged {
  readonly holdMs: number;
  readonly stepMs: number;
}

async function dragged(page: Page, devtools: CDPSession): Promise<Dragged> {
  const box = await page.locator('#map').boundingBox();
  if (!box) throw new Error('the map has no box');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  const still = await workSeconds(devtools);
  await page.mouse.down();
  await page.mouse.move(x + 8, y);
  // taking hold lifts the light out of the still ones: that is not a step, and told apart
  await page.waitForTimeout(1_500);
  const before = await workSeconds(devtools);
  for (let step = 1; step <= STEPS; step++) {
    await page.mouse.move(x + 8 + step, y + step / 2);
    await page.waitForTimeout(FRAME_MS);
  }
  const after = await workSeconds(devtools);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.waitForTimeout(1_500);
  return { holdMs: (before - still) * 1000, stepMs: ((after - before) * 1000) / STEPS };
}

async function dragAmong(origin: string, lights: number): Promise<Dragged> {
  const file = join(mkdtempSync(join(tmpdir(), 'workspace-')), 'arbetsfil.json');
  writeFileSync(file, workspaceWith(lights));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ARGUMENTS,
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'sv-SE' });
  await page.goto(`${origin}/?room=planner#map=17/${CENTER[1]}/${CENTER[0]}`);
  await page.locator('.plan-left input[type="file"]').setInputFiles(file);
  await page.locator('.plan-card', { hasText: 'Mätning' }).click({ timeout: 60_000 });
  await page.locator('#map[data-idle]').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(3_000);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const rounds: Dragged[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await dragged(page, devtools));
  await browser.close();
  return {
    holdMs: median(rounds.map(({ holdMs }) => holdMs)),
    stepMs: median(rounds.map(({ stepMs }) => stepMs)),
  };
}

/** One drag step among 5 000 lights, and of one alone, on the built page in `dist`. */
export async function benchPlanner(): Promise<Row[]> {
  const { server, origin } = await serve(['dist']);
  const [many, one] = [await dragAmong(origin, 5_000), await dragAmong(origin, 1)];
  server.close();
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  return [
    { what: 'drag step, 5 000 lights', value: ms(many.stepMs), aim: 'at most 16 ms of the main thread' },
    { what: 'drag step, 1 light', value: ms(one.stepMs) },
    { what: 'taking hold among 5 000 lights, once a drag', value: ms(many.holdMs) },
    { what: 'ratio', value: (many.stepMs / one.stepMs).toFixed(2) },
  ];
}
