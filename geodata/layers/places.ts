import type { FeatureProperties } from '../../src/domain/feature.ts';
import type { LocalText } from '../../src/domain/text.ts';
import { say } from '../city/say.ts';
import { convert, type Recipe, textOf } from '../recipe.ts';
import { NAMED_POINTS_FILE, pointSourceOf } from './namedPoints.ts';

type PlaceProperties = Extract<FeatureProperties, { kind: 'place' }>;
type Tie = Omit<PlaceProperties, 'kind' | 'name' | 'provenance'> & {
  name: LocalText;
  /** Publications that tie the place to the measure; the point's own source is added. */
  tiedBy: string[];
  accuracy: PlaceProperties['provenance']['accuracy'];
  method: LocalText;
  uncertainty?: LocalText;
};

const trail = (id: string, name: LocalText): Tie => ({
  id,
  name,
  category: 'outdoor',
  measureIds: ['friluftsomraden'],
  namndId: 'niff',
  status: 'foreslagen',
  tiedBy: ['trygghetspaketet-2023', 'c-2023-03-24'],
  accuracy: 'illustrative',
  method: say(
    'Åtgärden gäller friluftsområden utan att nämna något. Motionsspåret är ett exempel; punkten är kommunens.',
    'The measure is about outdoor areas without naming any. The exercise trail is an example; the point is the city’s.',
    'Toimenpide koskee ulkoilualueita nimeämättä yhtään. Kuntorata on esimerkki; piste on kunnan.',
  ),
  uncertainty: say(
    'Vilka friluftsområden som får pengar är inte publicerat. Det behöver inte vara det här.',
    'Which outdoor areas get money has not been published. It need not be this one.',
    'Ei ole julkaistu, mitkä ulkoilualueet saavat rahaa. Tämä ei välttämättä ole niistä.',
  ),
});

const inSkultuna = (id: string, name: LocalText, category: Tie['category']): Tie => ({
  id,
  name,
  category,
  measureIds: ['resursforstarkning-skultuna'],
  namndId: 'skultuna-kommundelsnamnd',
  status: 'foreslagen',
  tiedBy: ['trygghetspaketet-2023', 'vasteras-skultuna-namnd'],
  accuracy: 'illustrative',
  method: say(
    'Nämnden som får pengarna driver verksamheten här. Punkten är kommunens.',
    'The board that gets the money runs this service. The point is the city’s.',
    'Rahat saava lautakunta hoitaa tätä toimintaa. Piste on kunnan.',
  ),
  uncertainty: say(
    'Vad pengarna till Skultuna används till är inte publicerat. De behöver inte gå hit.',
    'What the money for Skultuna is used for has not been published. It need not go here.',
    'Ei ole julkaistu, mihin Skultunan raha käytetään. Se ei välttämättä tule tänne.',
  ),
});

/** Places that a source ties to a measure, by the name of the point they stand on. */
const TIES: Record<string, Tie> = {
  'Vallby Friluftsmuseum': {
    id: 'vallby-friluftsmuseum',
    name: say('Vallby friluftsmuseum', 'Vallby open-air museum', 'Vallbyn ulkomuseo'),
    category: 'museum',
    measureIds: ['sommarlager-vallby'],
    namndId: 'kulturnamnden',
    status: 'beslutad',
    tiedBy: ['trygghetspaketet-2023', 'fk-aros'],
    accuracy: 'surveyed',
    method: say(
      'Dokumentet nämner museet vid namn. Punkten är kommunens.',
      'The document names the museum. The point is the city’s.',
      'Asiakirja mainitsee museon nimeltä. Piste on kunnan.',
    ),
  },
  'Växhuset / Viktor Larssons plats': {
    id: 'vaxhuset',
    name: say('Kulturskolan i Växhuset', 'School of Arts in Växhuset', 'Kulttuurikoulu Växhusetissa'),
    category: 'culture',
    measureIds: ['kulturskolan'],
    namndId: 'kulturnamnden',
    status: 'beslutad',
    tiedBy: ['kulturskolan-2010'],
    accuracy: 'approximate',
    method: say(
      'Växhuset är kulturskolans hus. Punkten är torget utanför, ur en publik studentkarta.',
      'Växhuset is the home of the School of Arts. The point is the square outside, from a public student map.',
      'Växhuset on kulttuurikoulun talo. Piste on viereinen aukio julkisesta opiskelijakartasta.',
    ),
    uncertainty: say(
      'Pengarna gäller verksamhet ute i stadsdelarna. Källan om huset är från 2010.',
      'The money is for activities out in the districts. The source on the house is from 2010.',
      'Raha koskee toimintaa kaupunginosissa. Taloa koskeva lähde on vuodelta 2010.',
    ),
  },
  'Vallby familjecentrum': {
    id: 'kulturskolan-vallby',
    name: say('Kulturskolan i Vallby', 'School of Arts in Vallby', 'Kulttuurikoulu Vallbyssä'),
    category: 'culture',
    measureIds: ['kulturskolan'],
    namndId: 'kulturnamnden',
    status: 'beslutad',
    tiedBy: ['vgr-kulturcentrum'],
    accuracy: 'approximate',
    method: say(
      'Filialen ligger i den tidigare vårdcentralen i Vallby centrum. Vi har ingen punkt för huset och visar familjecentrets punkt i Vallby i stället.',
      'The branch is in the former health centre in Vallby centrum. We have no point for the building and show that of the family centre in Vallby instead.',
      'Toimipiste on Vallbyn keskustan entisessä terveyskeskuksessa. Talolle ei ole pistettä, joten näytämme Vallbyn perhekeskuksen pisteen.',
    ),
    uncertainty: say(
      'Punkten visar Vallby, inte huset. När kulturcentret öppnade är inte känt här.',
      'The point shows Vallby, not the building. When the culture centre opened is not known here.',
      'Piste osoittaa Vallbyn, ei taloa. Kulttuurikeskuksen avaamisaikaa ei tunneta tässä.',
    ),
  },
  'Pettersbergs fritidsklubb': {
    id: 'pettersberg',
    name: say('Pettersberg', 'Pettersberg', 'Pettersberg'),
    category: 'centre',
    measureIds: ['iop-pettersberg'],
    namndId: 'niff',
    status: 'beslutad',
    tiedBy: ['vasteras-pettersberg', 'rf-sisu-pettersberg'],
    accuracy: 'approximate',
    method: say(
      'Partnerskapet gäller stadsdelen Pettersberg. Punkten är fritidsklubbens där, som märke för stadsdelen.',
      'The partnership is for the district of Pettersberg. The point is that of the leisure club there, as a mark for the district.',
      'Kumppanuus koskee Pettersbergin kaupunginosaa. Piste on sikäläisen vapaa-ajankerhon, kaupunginosan merkkinä.',
    ),
    uncertainty: say(
      'Partnerskapet har ingen egen adress i källorna.',
      'The partnership has no address of its own in the sources.',
      'Kumppanuudella ei ole lähteissä omaa osoitetta.',
    ),
  },
  'Skultuna bibliotek': inSkultuna(
    'skultuna-bibliotek',
    say('Skultuna bibliotek', 'Skultuna library', 'Skultunan kirjasto'),
    'library',
  ),
  'Familjecentrum Skultuna': inSkultuna(
    'skultuna-familjecentrum',
    say('Familjecentrum Skultuna', 'Skultuna family centre', 'Skultunan perhekeskus'),
    'family-centre',
  ),
  'Skultuna fritidsgård': inSkultuna(
    'skultuna-fritidsgard',
    say('Skultuna fritidsgård', 'Skultuna youth centre', 'Skultunan nuorisotila'),
    'youth-centre',
  ),
  'Bäckby motionsspår': trail(
    'backby-motionsspar',
    say('Bäckby motionsspår', 'Bäckby exercise trail', 'Bäckbyn kuntorata'),
  ),
  'Råby motionsspår': trail(
    'raby-motionsspar',
    say('Råby motionsspår', 'Råby exercise trail', 'Råbyn kuntorata'),
  ),
  'Pettersbergs motionsspår': trail(
    'pettersberg-motionsspar',
    say('Pettersbergs motionsspår', 'Pettersberg exercise trail', 'Pettersbergin kuntorata'),
  ),
  'Skultuna motionsspår': trail(
    'skultuna-motionsspar',
    say('Skultuna motionsspår', 'Skultuna exercise trail', 'Skultunan kuntorata'),
  ),
  'Rocklunda motionsspår': trail(
    'rocklunda-motionsspar',
    say('Rocklunda motionsspår', 'Rocklunda exercise trail', 'Rocklundan kuntorata'),
  ),
};

export const places: Recipe = {
  id: 'platser',
  role: 'package',
  title: say('Platser', 'Places', 'Paikat'),
  description: say(
    'Platser som en källa knyter till en åtgärd.',
    'Places that a source ties to a measure.',
    'Paikat, jotka lähde liittää toimenpiteeseen.',
  ),
  sourceIds: ['trygghetspaketet-2023', 'vasteras-punkter', 'studentkarta'],
  make: ({ read }) =>
    convert(read(NAMED_POINTS_FILE), (feature) => {
      const tie = TIES[textOf(feature, 'name')];
      if (!tie) return { drop: 'no source ties it to a measure' };
      const { tiedBy, accuracy, method, uncertainty, ...rest } = tie;
      const sourceIds = [...new Set([...tiedBy, pointSourceOf(feature)])];
      return {
        properties: {
          kind: 'place',
          ...rest,
          provenance: { sourceIds, accuracy, method, ...(uncertainty ? { uncertainty } : {}) },
        },
        geometry: feature.geometry,
      };
    }),
};
