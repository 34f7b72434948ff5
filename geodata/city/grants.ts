import type { Grant } from '../../src/domain/city.ts';

/** The nine grants of the document: 15 000 000 SEK in all. */
export const grants: Grant[] = [
  { id: 'a-niff', programmeId: 'resursforstarkning', namndId: 'niff', amountSek: 4_500_000 },
  {
    id: 'a-arbetsmarknadsnamnden',
    programmeId: 'resursforstarkning',
    namndId: 'arbetsmarknadsnamnden',
    amountSek: 500_000,
  },
  {
    id: 'a-skultuna-kommundelsnamnd',
    programmeId: 'resursforstarkning',
    namndId: 'skultuna-kommundelsnamnd',
    amountSek: 500_000,
  },
  {
    id: 'a-kommunstyrelsen',
    programmeId: 'resursforstarkning',
    namndId: 'kommunstyrelsen',
    amountSek: 200_000,
  },
  {
    id: 'b-kommunstyrelsen',
    programmeId: 'polissamverkan',
    namndId: 'kommunstyrelsen',
    amountSek: 1_300_000,
  },
  { id: 'c-niff', programmeId: 'forening-kultur', namndId: 'niff', amountSek: 3_000_000 },
  { id: 'c-kulturnamnden', programmeId: 'forening-kultur', namndId: 'kulturnamnden', amountSek: 2_000_000 },
  { id: 'd-kulturnamnden', programmeId: 'kultur-stadsdelar', namndId: 'kulturnamnden', amountSek: 1_000_000 },
  {
    id: 'e-tekniska-namnden',
    programmeId: 'tryggt-strak',
    namndId: 'tekniska-namnden',
    amountSek: 2_000_000,
  },
];
