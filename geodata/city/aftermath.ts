import type { Fact } from '../../src/domain/city.ts';
import type { LocalText } from '../../src/domain/text.ts';
import { say } from './say.ts';

/** What is known about the time after the decision. Nothing here is part of the 15 million. */
export const aftermath: Fact[] = [
  {
    text: say(
      'För 2024 lade majoriteten till 17 miljoner kronor: 5 till trygghetsrådet, 5 till förebyggande arbete, 5 till kultur och 2 till sommarjobb. Tillsammans med 2023 blir det 32 miljoner.',
      'For 2024 the majority added SEK 17 million: 5 for the safety council, 5 for prevention, 5 for culture and 2 for summer jobs. Together with 2023 that makes 32 million.',
      'Vuodelle 2024 enemmistö lisäsi 17 miljoonaa kruunua: 5 turvallisuusneuvostolle, 5 ennaltaehkäisyyn, 5 kulttuuriin ja 2 kesätöihin. Vuoden 2023 kanssa yhteensä 32 miljoonaa.',
    ),
    sourceId: 'vt-tummen-upp',
  },
  {
    text: say(
      'Satsningen 2024 gällde ”framför allt de västra stadsdelarna”.',
      'The 2024 effort was “above all” for the western districts.',
      'Vuoden 2024 panostus koski ”ennen kaikkea läntisiä kaupunginosia”.',
    ),
    date: '2023-10-04',
    sourceId: 'c-2023-10-04',
  },
  {
    text: say(
      'Det här är andra pengar: tekniska nämnden fick 23 miljoner kronor ur en extra utdelning. Av dem betalades bland annat 620 nya led-armaturer på Blåsbo och Lillåudden och mer ljus längs gång- och cykelvägar i bland annat Bäckby, Önsta-Gryta, Viksäng och Råby.',
      'This is other money: the Technical Board received SEK 23 million from an extra dividend. It paid for 620 new LED fittings in Blåsbo and Lillåudden and more light along foot and cycle paths in Bäckby, Önsta-Gryta, Viksäng and Råby, among others.',
      'Tämä on muuta rahaa: tekninen lautakunta sai 23 miljoonaa kruunua ylimääräisestä osingosta. Sillä maksettiin muun muassa 620 uutta led-valaisinta Blåsbossa ja Lillåuddenissa sekä lisää valoa kävely- ja pyöräteille muun muassa Bäckbyssä, Önsta-Grytassa, Viksängissä ja Råbyssä.',
    ),
    date: '2024-04-11',
    sourceId: 'vasteras-23-miljoner',
  },
  {
    text: say(
      'Kommunen, polisen, regionen och Bostads AB Mimer gjorde en ny lägesbild över brottsligheten 2024.',
      'The city, the police, the region and the housing company Mimer made a new picture of crime in 2024.',
      'Kunta, poliisi, alue ja asuntoyhtiö Mimer laativat uuden rikollisuuden tilannekuvan vuonna 2024.',
    ),
    date: '2024-06-05',
    sourceId: 'vasteras-lagesbild-2024',
  },
];

/** What only the city can answer. */
export const openQuestions: LocalText[] = [
  say(
    'Var går det trygga stråket? Vilka lampor och kameror sattes upp, när, till vilken kostnad, och hur gick det?',
    'Where does the safe route run? Which lights and cameras were put up, when, at what cost, and how did it go?',
    'Missä turvallinen reitti kulkee? Mitä valoja ja kameroita asennettiin, milloin, mihin hintaan, ja miten kävi?',
  ),
  say(
    'Var går gränsen för västra stadsdelarna och för norra city?',
    'Where are the boundaries of the western districts and of “norra city”?',
    'Missä kulkevat läntisten kaupunginosien ja ”norra cityn” rajat?',
  ),
  say(
    'Vad svarade människor i olika områden i trygghetsmätningen, och vilka platser pekade de ut?',
    'What did people in different areas answer in the safety survey, and which places did they point out?',
    'Mitä eri alueiden asukkaat vastasivat turvallisuuskyselyyn, ja mitä paikkoja he nimesivät?',
  ),
  say(
    'Under vilken licens får stadens kartlager användas? Finns det ett lager med gatlampor?',
    'Under what licence may the city’s map layers be used? Is there a layer of street lamps?',
    'Millä lisenssillä kaupungin kartta-aineistoja saa käyttää? Onko katuvalaisimista aineistoa?',
  ),
  say(
    'Är kameran på Bäckby torg i drift? Har staden ett kameraregister enligt 10 § som får visas?',
    'Is the camera at Bäckby torg in use? Does the city keep a camera register under section 10 that may be shown?',
    'Onko Bäckbyn torin kamera käytössä? Onko kaupungilla 10 §:n mukainen kamerarekisteri, jonka saa näyttää?',
  ),
  say(
    'Vad säger lägesbilden 2026, och hur ser nästa åtgärdsplan ut?',
    'What does the 2026 picture of the situation say, and what will the next action plan look like?',
    'Mitä vuoden 2026 tilannekuva kertoo, ja millainen on seuraava toimenpidesuunnitelma?',
  ),
  say(
    'Vad blev det operativa nodnätverket?',
    'What became of the operational node network?',
    'Mitä operatiivisesta solmuverkostosta tuli?',
  ),
  say(
    'Vilka nämnder har slagits ihop sedan 2023, och vem leder tekniska nämnden nu?',
    'Which boards have been merged since 2023, and who chairs the Technical Board now?',
    'Mitkä lautakunnat on yhdistetty vuoden 2023 jälkeen, ja kuka johtaa teknistä lautakuntaa nyt?',
  ),
];
