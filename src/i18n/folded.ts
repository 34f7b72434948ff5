/** Lower case without accents, so that plain a and o find å, ä and ö, in whatever case. */
export const folded = (term: string): string =>
  term
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');
