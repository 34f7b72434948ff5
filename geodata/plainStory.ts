import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Plugin } from 'vite';
import { type City, CitySchema, type Fact, type Measure } from '../src/domain/city.ts';
import { ManifestSchema } from '../src/domain/feature.ts';
import { formatsOf } from '../src/i18n/formats.ts';
import words from '../src/i18n/sv.json' with { type: 'json' };
import { type StoryStep, storyOf } from '../src/resident/story/steps.ts';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const WITHOUT_SCRIPTS =
  'Webbläsaren kör inga skript. Här är berättelsen som text; kartan och listan behöver skript.';
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
const element = (tag: string, text: string): string => `<${tag}>${escaped(text)}</${tag}>`;
const { sek, date } = formatsOf('sv');

/**
 * The story of the package as plain Swedish HTML, for a browser that runs no scripts.
 * Every text of the city is escaped; addresses other than http(s) are left out.
 */
export function plainStoryHtml(city: City): string {
  const steps = storyOf(city).map((step) => `<section>${stepHtml(city, step)}</section>`);
  const intro =
    element('h1', `${words['app.name']}: ${city.packageTitle.sv}`) + element('p', WITHOUT_SCRIPTS);
  return `<main class="plain-story">${intro}${steps.join('')}</main>`;
}

function stepHtml(city: City, step: StoryStep): string {
  switch (step.kind) {
    case 'start':
      return (
        element('h2', words['story.start'].replace('{amount}', sek(city.totalSek))) +
        element('p', city.about.sv)
      );
    case 'programme':
      return [
        element('h2', `${step.programme.name.sv}: ${sek(step.amountSek)}`),
        ...step.grants.map(
          ({ grant, board, measures }) =>
            `${element('h3', `${board.name.sv}: ${sek(grant.amountSek)}`)}<ul>${measures.map(measureHtml).join('')}</ul>`,
        ),
      ].join('');
    case 'after':
      return `${element('h2', words['about.after'])}<ul>${step.facts.map((fact) => factHtml(city, fact)).join('')}</ul>`;
  }
}

function measureHtml({ name, summary, share, reach }: Measure): string {
  const money =
    share.kind === 'known'
      ? words['package.known'].replace('{amount}', sek(share.amountSek))
      : words['package.includedLong'];
  const where = reach.kind === 'places' ? '' : ` ${reach.why.sv}`;
  return `<li>${element('strong', name.sv)} ${escaped(`${summary.sv} ${money}${where}`)}</li>`;
}

function factHtml(city: City, fact: Fact): string {
  const source = city.sources.find(({ id }) => id === fact.sourceId);
  const publisher = escaped(source?.publisher ?? '');
  const link =
    source?.url && /^https?:\/\//.test(source.url)
      ? `<a href="${escaped(source.url)}" rel="noreferrer">${publisher}</a>`
      : publisher;
  const when = fact.date ? `, ${escaped(date(fact.date))}` : '';
  return `<li>${escaped(fact.text.sv)} <cite>${link}${when}</cite></li>`;
}

function cityIn(folder: string): City {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const manifest = v.parse(ManifestSchema, read('manifest.json'));
  return v.parse(CitySchema, read(manifest.cityFile));
}

/**
 * Writes the story into the built page's noscript.
 * @throws at build when the layers have not been built
 */
export function plainStory(): Plugin {
  let folder = 'public/layers';
  return {
    name: 'plain-story',
    apply: 'build',
    configResolved(config) {
      folder = join(config.publicDir, 'layers');
    },
    transformIndexHtml: () => [
      { tag: 'noscript', children: plainStoryHtml(cityIn(folder)), injectTo: 'body-prepend' },
    ],
  };
}
