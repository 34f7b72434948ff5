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
      'Också andra pengar: staten gav 2022 omkring 22 miljoner kronor till cykel och buss, bland annat belysning längs Råbyleden och Vasagatan.',
      'Other money too: in 2022 the state gave about SEK 22 million for cycling and buses, including lighting along Råbyleden and Vasagatan.',
      'Tämäkin on muuta rahaa: valtio antoi vuonna 2022 noin 22 miljoonaa kruunua pyöräilyyn ja bussiliikenteeseen, muun muassa Råbyledenin ja Vasagatanin valaistukseen.',
    ),
    date: '2022-05-23',
    sourceId: 'vasteras-22-miljoner',
  },
  {
    text: say(
      'En annan åtgärd än försöket: en ny gångväg med ljus och skyltar från stationens södra entré mot Sigurdsgatan och Öster Mälarstrand.',
      'A different measure from the trial: a new walkway with lights and signs from the station’s southern entrance towards Sigurdsgatan and Öster Mälarstrand.',
      'Eri toimenpide kuin kokeilu: uusi valaistu ja opastettu kävelytie aseman eteläiseltä sisäänkäynniltä Sigurdsgatanin ja Öster Mälarstrandin suuntaan.',
    ),
    sourceId: 'vt-gangvag',
  },
  {
    text: say(
      'En ny lägesbild över brottsligheten blev klar i juni 2024. Polisen, staden, Region Västmanland och Bostads AB Mimer bestämmer tillsammans vilka åtgärder som görs.',
      'A new picture of crime was finished in June 2024. The police, the city, Region Västmanland and the housing company Mimer decide together which measures are taken.',
      'Uusi rikollisuuden tilannekuva valmistui kesäkuussa 2024. Poliisi, kaupunki, Region Västmanland ja asuntoyhtiö Mimer päättävät yhdessä toimenpiteistä.',
    ),
    date: '2024-06-05',
    sourceId: 'vasteras-lagesbild-2024',
  },
  {
    text: say(
      'En åtgärdsplan för 2025–2026 presenterades på Råby mötesplats.',
      'An action plan for 2025–2026 was presented at the Råby meeting place.',
      'Toimenpidesuunnitelma vuosille 2025–2026 esiteltiin Råbyn kohtaamispaikassa.',
    ),
    sourceId: 'vasteras-nyhetsrum',
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
