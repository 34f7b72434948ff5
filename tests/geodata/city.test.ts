import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../geodata/assemble.ts';
import { cityFaults } from '../../geodata/checkCity.ts';
import { city } from '../../geodata/city/city.ts';
import * as vasteras from '../../geodata/vasteras.ts';
import { CitySchema } from '../../src/domain/city.ts';

/** The decision as published in February 2023, unchanged. */
const seed = readFileSync(join(import.meta.dirname, '../fixtures/geodata/trygghetspaketet-2023.txt'), 'utf8');
const lines = seed
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '' && line !== '-');

const sekOf = (words: string): number => {
  const [, number = '', unit = ''] = words.match(/([\d ,]+?) (miljoner|miljon)? ?kronor$/) ?? [];
  return Math.round(Number(number.replace(/ /g, '').replace(',', '.')) * (unit ? 1_000_000 : 1));
};

interface SeedGrant {
  heading: string;
  board: string;
  amountSek: number;
  bullets: string[];
}

/** Reads the document's second half independently of the city value: heading, board and amount, bullets. */
function seedGrants(): SeedGrant[] {
  const start = lines.findIndex((line) => line.startsWith('FÖRDELNING AV 15 MILJONER'));
  const grants: SeedGrant[] = [];
  let heading = '';
  for (const line of lines.slice(start + 1)) {
    const grant = line.match(/^(.+), ([\d ,]+ ?(?:miljoner |miljon )?kronor)$/);
    if (grant) grants.push({ heading, board: grant[1]!, amountSek: sekOf(grant[2]!), bullets: [] });
    else if (line.startsWith('- ')) grants.at(-1)!.bullets.push(line.slice(2));
    else heading = line;
  }
  return grants;
}

const boardName = (id: string) => city.boards.find((board) => board.id === id)!.name.sv;
const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

describe('the city of the package', () => {
  it('passes its schema and every check', () => {
    expect(v.safeParse(CitySchema, city).issues).toBeUndefined();
    expect(cityFaults(city)).toEqual([]);
  });

  it('keeps every line of the document, in order', () => {
    expect(lines.length).toBeGreaterThan(45);
    expect(city.document?.lines).toEqual(lines);
  });

  it('has the nine grants of the document under its five headings', () => {
    const ours = city.grants.map(({ programmeId, namndId, amountSek }) => ({
      heading: city.programmes.find(({ id }) => id === programmeId)!.officialTitle,
      board: boardName(namndId),
      amountSek,
    }));
    expect(seedGrants().map(({ heading, board, amountSek }) => ({ heading, board, amountSek }))).toEqual(
      ours,
    );
    expect(ours).toHaveLength(9);
    expect(new Set(ours.map(({ heading }) => heading)).size).toBe(5);
  });

  it('has every bullet as at least one measure of its own grant, word for word', () => {
    const bullets = seedGrants().flatMap(({ bullets }, index) =>
      bullets.map((bullet) => `${city.grants[index]!.id}: ${bullet}`),
    );
    expect(bullets).toHaveLength(17);
    const ours = new Set(city.measures.map(({ grantId, officialText }) => `${grantId}: ${officialText}`));
    expect([...ours].sort()).toEqual([...bullets].sort());
  });

  it('sums to fifteen million, by programme and by board', () => {
    expect(total(city.grants.map(({ amountSek }) => amountSek))).toBe(15_000_000);
    const by = (key: 'programmeId' | 'namndId') => {
      const sums: Record<string, number> = {};
      for (const grant of city.grants) sums[grant[key]] = (sums[grant[key]] ?? 0) + grant.amountSek;
      return sums;
    };
    expect(by('programmeId')).toEqual({
      resursforstarkning: 5_700_000,
      polissamverkan: 1_300_000,
      'forening-kultur': 5_000_000,
      'kultur-stadsdelar': 1_000_000,
      'tryggt-strak': 2_000_000,
    });
    expect(by('namndId')).toEqual({
      niff: 7_500_000,
      kulturnamnden: 3_000_000,
      'tekniska-namnden': 2_000_000,
      kommunstyrelsen: 1_500_000,
      arbetsmarknadsnamnden: 500_000,
      'skultuna-kommundelsnamnd': 500_000,
    });
  });

  it('knows a share only with a source, and invents none', () => {
    const known = Object.fromEntries(
      city.measures.flatMap(({ id, share }) => (share.kind === 'known' ? [[id, share.amountSek]] : [])),
    );
    expect(known).toEqual({
      familjekoordinatorer: 2_500_000,
      feriepraktik: 2_000_000,
      'fler-i-arbete': 500_000,
      'resursforstarkning-skultuna': 500_000,
      'samordning-analys': 200_000,
      'iop-pettersberg': 300_000,
      'iop-nya': 300_000,
      tjejjouren: 500_000,
      lovaktiviteter: 900_000,
      friluftsomraden: 425_000,
      foreningar: 425_000,
      kulturskolan: 2_000_000,
    });
  });

  it('protects the support line for girls', () => {
    expect(city.measures.find(({ id }) => id === 'tjejjouren')?.reach.kind).toBe('protected');
  });

  it('says that the other 23 million is other money', () => {
    const fact = city.aftermath.find(({ sourceId }) => sourceId === 'vasteras-23-miljoner');
    expect(fact?.text.sv).toMatch(/andra pengar.*23 miljoner/);
    expect(fact?.text.en).toMatch(/other money.*23 million/);
    expect(fact?.text.fi).toMatch(/muuta rahaa.*23 miljoonaa/);
  });

  it('is written in three languages that differ', () => {
    const same = city.measures.filter(
      ({ summary }) => summary.sv === summary.en || summary.en === summary.fi,
    );
    expect(same).toEqual([]);
  });

  it('uses every source it lists, in the city or in a layer', () => {
    const { files, manifest } = assemble(vasteras);
    const layers = [...files.entries()].filter(([name]) => name !== manifest.cityFile);
    const text = JSON.stringify([layers.map(([, content]) => JSON.parse(content)), { ...city, sources: [] }]);
    const unused = city.sources.filter(({ id }) => !text.includes(`"${id}"`));
    expect(unused.map(({ id }) => id)).toEqual([]);
  });
});
