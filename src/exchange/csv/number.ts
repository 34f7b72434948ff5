/**
 * A number as people and programs write it: "6 609 600,25", "6609600.25", "1.234,5", "-0,5". Spaces (also hard ones)
 * group thousands; where both comma and point occur, the last one is the decimal mark. A lone comma is a decimal mark,
 * since Swedish files write it so. Undefined where it is no number.
 */
export function numberFrom(text: string): number | undefined {
  let plain = text
    .trim()
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace('\u2212', '-');
  const comma = plain.lastIndexOf(',');
  const point = plain.lastIndexOf('.');
  if (comma >= 0 && point >= 0)
    plain = comma > point ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '');
  else if (comma >= 0) plain = plain.replace(',', '.');
  return /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d{1,3})?$/i.test(plain) ? Number(plain) : undefined;
}

/** Degrees as decimal ("59,61", "59.61 N") or as degrees, minutes, seconds ("59° 36′ 36″ N"). */
export function degreesFrom(text: string): number | undefined {
  const match =
    /^\s*([-+]?\d+(?:[.,]\d+)?)\s*[°º:]\s*(?:(\d+(?:[.,]\d+)?)\s*['′’:\s]?\s*)?(?:(\d+(?:[.,]\d+)?)\s*(?:["″”]|'')?\s*)?([NSEWÖV])?\s*$/iu.exec(
      text,
    );
  const letter = match?.[4]?.toUpperCase() ?? /([NSEWÖV])\s*$/iu.exec(text)?.[1]?.toUpperCase();
  const sign = letter === 'S' || letter === 'W' || letter === 'V' ? -1 : 1;
  if (!match) {
    const plain = numberFrom(text.replace(/[°º]?\s*[NSEWÖV]?\s*$/iu, ''));
    return plain === undefined ? undefined : plain * sign;
  }
  const [degrees = 0, minutes = 0, seconds = 0] = match
    .slice(1, 4)
    .map((part) => numberFrom(part ?? '0') ?? 0);
  if (minutes >= 60 || seconds >= 60) return undefined;
  const size = Math.abs(degrees) + minutes / 60 + seconds / 3600;
  return (degrees < 0 || Object.is(degrees, -0) ? -size : size) * sign;
}
