import { describe, expect, it } from 'vitest';
import { assemble } from '../../geodata/assemble.ts';
import * as vasteras from '../../geodata/vasteras.ts';
import type { ContextCollection, PackageFeature } from '../../src/domain/feature.ts';
import english from '../../src/i18n/en.json?compiled';
import finnish from '../../src/i18n/fi.json?compiled';
import { folded } from '../../src/i18n/folded.ts';
import { catalogue } from '../../src/i18n/messages.ts';
import swedish from '../../src/i18n/sv.json?compiled';
import { textOf } from '../../src/i18n/TextProvider.tsx';
import { findingsOf, searcherOf } from '../../src/resident/search.ts';
import { atlasOf } from '../../src/state/atlas.ts';

const { manifest, files } = assemble(vasteras);
const read = (file: string) => JSON.parse(files.get(file) ?? '');
const collections = (role: string) =>
  manifest.layers.filter((entry) => entry.role === role).map((entry) => read(entry.file));
const atlas = atlasOf(
  read(manifest.cityFile),
  collections('package').flatMap((c): PackageFeature[] => c.features),
);
const context: ContextCollection[] = collections('context');
const CATALOGUES = { sv: swedish, en: english, fi: finnish };
const searchers = Object.fromEntries(
  Object.entries(CATALOGUES).map(([language, messages]) => [
    language,
    searcherOf(findingsOf(atlas, context, textOf(catalogue(language, messages)))),
  ]),
);

/** What people write, in which language, and what one of the first three findings must be called. */
const CASES: readonly [words: string, found: RegExp, language?: 'en' | 'fi'][] = [
  ['skultuna', /Skultuna/],
  ['SKULTUNA', /Skultuna/],
  ['skultna', /Skultuna/],
  ['bäckby', /Bäckby/],
  ['backby', /Bäckby/],
  ['bäkby', /Bäckby/],
  ['råby', /Råby/],
  ['raby', /Råby/],
  ['hammarby', /Hammarby/],
  ['hamarby', /Hammarby/],
  ['pettersberg', /Pettersberg/],
  ['petersberg', /Pettersberg/],
  ['vallby', /Vallby/],
  ['vasaparken', /Vasaparken/],
  ['vasapark', /Vasaparken/],
  ['wasaparken', /Vasaparken/],
  ['norra city', /Norra city/],
  ['stora torget', /Stora torget/],
  ['torget', /torget/],
  ['centralstation', /station/i],
  ['stadsbiblioteket', /biblioteket/i],
  ['domkyrkan', /domkyrka/i],
  ['vallby friluftsmuseum', /Vallby friluftsmuseum/i],
  ['friluftsmuseet', /friluftsmuseum/i],
  ['växhuset', /Växhus/],
  ['vaxhuset', /Växhus/],
  ['kulturskola', /[Kk]ulturskola/],
  ['sommarläger', /Sommarläger/],
  ['sommarlager', /Sommarläger/],
  ['konstlab', /Konstlabbet/],
  ['tryggt stråk', /[Tt]ryggt stråk/],
  ['trygt strak', /[Tt]ryggt stråk/],
  ['feriepraktik', /Feriepraktik/],
  ['ferieprakik', /Feriepraktik/],
  ['lovaktiviteter', /lovaktiviteter/i],
  ['familjestödjare', /Familjekoordinatorer/],
  ['tjejjour', /Tjejjouren/],
  ['välfärdsbrott', /välfärdsbrott/i],
  ['tekniska nämnden', /Tekniska nämnden/],
  ['teknisk', /Tekniska nämnden/],
  ['kulturnämnden', /Kulturnämnden/],
  ['niff', /förebyggande/],
  ['kommunstyrelsen', /Kommunstyrelsen/],
  ['arbetsmarknad', /Arbetsmarknadsnämnden/],
  ['enkät', /[Tt]rygghetsmätning/],
  ['trygghetsundersökning', /[Tt]rygghetsmätning/],
  ['önsta gryta', /Gryta/],
  ['onsta', /Önsta/],
  ['tillberga', /Tillberga/],
  ['irsta', /Irsta/],
  ['rönby', /Rönnby/],
  ['rocklunda', /Rocklunda/],
  ['djäkneberget', /Djäkneberget/],
  ['motionsspår', /motionsspår/],
  ['summer camp', /camp/i, 'en'],
  ['family', /[Ff]amily/, 'en'],
  ['culture board', /[Cc]ultur/, 'en'],
  ['kulttuuri', /[Kk]ulttuuri/, 'fi'],
  ['perhe', /[Pp]erhe/, 'fi'],
];

describe('the search', () => {
  it('finds what people mean among the first three, for at least 95 % of what they write', () => {
    const missed = CASES.filter(
      ([words, wanted, language = 'sv']) =>
        !searchers[language]?.(words)
          .slice(0, 3)
          .some(({ name }) => wanted.test(name)),
    ).map(([words]) => words);
    const rate = 1 - missed.length / CASES.length;
    console.log(
      `search: top-3 hit rate ${(rate * 100).toFixed(1)} % of ${CASES.length}; missed: ${missed.join(', ') || 'none'}`,
    );
    expect(CASES.length).toBeGreaterThanOrEqual(40);
    expect(rate, `missed: ${missed.join(', ')}`).toBeGreaterThanOrEqual(0.95);
  });
  it('finds nothing for nonsense', () => expect(searchers.sv?.('qqqqzzzz')).toEqual([]));
  it('folds case and accents', () => expect(folded('VÄSTRA Åäö')).toBe('vastra aao'));
});
