/** Numbers, money, lengths and dates as the user's language writes them. */
export interface Formats {
  sek(amountSek: number): string;
  number(value: number, fractionDigits?: number): string;
  percent(share: number): string;
  /** Metres below 1 km, else kilometres with one decimal; unit words come from the catalogue. */
  distance(metres: number): { value: string; unit: 'm' | 'km' };
  date(isoDate: string): string;
}

export function formatsOf(language: string): Formats {
  const locale = language === 'en' ? 'en-GB' : language === 'fi' ? 'fi-FI' : 'sv-SE';
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'SEK',
    maximumFractionDigits: 0,
  });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  // making one costs far more than using it
  const numbers = new Map<number, Intl.NumberFormat>();
  const number = (value: number, fractionDigits = 0): string => {
    const format =
      numbers.get(fractionDigits) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: fractionDigits });
    numbers.set(fractionDigits, format);
    return format.format(value);
  };
  return {
    sek: (amountSek) => money.format(amountSek),
    number,
    percent: (share) => percent.format(share),
    distance: (metres) =>
      metres < 1000
        ? { value: number(metres < 100 ? Math.round(metres) : Math.round(metres / 10) * 10), unit: 'm' }
        : { value: number(metres / 1000, 1), unit: 'km' },
    date: datesOf(locale),
  };
}

function datesOf(locale: string): Formats['date'] {
  const made: { day?: Intl.DateTimeFormat; month?: Intl.DateTimeFormat } = {};
  return (isoDate) => {
    const [year, month, day] = isoDate.split('-').map(Number);
    if (!year || Number.isNaN(year)) return isoDate;
    if (!month) return String(year);
    const kind = day ? 'day' : 'month';
    made[kind] ??= new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: 'long',
      ...(day && { day: 'numeric' }),
      timeZone: 'UTC',
    });
    return made[kind].format(Date.UTC(year, month - 1, day ?? 1));
  };
}
