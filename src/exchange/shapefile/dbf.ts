import type { PropertyValue } from '../importResult.ts';

/** A dBASE III table as shapefiles use it. */
export interface DbfTable {
  readonly rowCount: number;
  /** The row's values by field name; empty values are left out. */
  row(index: number): Record<string, PropertyValue>;
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

/** Opens a .dbf; undefined where it is none. `encoding` is what a .cpg file says. */
export function openDbf(bytes: Uint8Array, encoding: string | undefined): DbfTable | undefined {
  if (bytes.length < 33) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint16(8, true);
  const rowLength = view.getUint16(10, true);
  if (headerLength < 33 || headerLength > bytes.length || rowLength < 1) return undefined;
  const decode = decoderOf(encoding);
  const fields: Field[] = [];
  let offset = 1;
  for (let at = 32; at + 32 <= headerLength && bytes[at] !== 0x0d; at += 32) {
    const name = decode(bytes.subarray(at, at + 11))
      .replace(/\0.*$/s, '')
      .trim();
    const length = bytes[at + 16] ?? 0;
    fields.push({ name, type: String.fromCharCode(bytes[at + 11] ?? 0), offset, length });
    offset += length;
  }
  const held = Math.floor((bytes.length - headerLength) / rowLength);
  return {
    rowCount: Math.min(view.getUint32(4, true), held),
    row(index) {
      const start = headerLength + index * rowLength;
      const properties: Record<string, PropertyValue> = {};
      for (const { name, type, offset: at, length } of fields) {
        const value = cellValue(type, decode(bytes.subarray(start + at, start + at + length)));
        if (value !== undefined && name !== '__proto__') properties[name] = value;
      }
      return properties;
    },
  };
}

function cellValue(type: string, cell: string): PropertyValue | undefined {
  const text = cell.replace(/\0.*$/s, '').trim();
  if (text === '') return undefined;
  switch (type) {
    case 'N':
    case 'F': {
      const number = Number(text);
      // A field of asterisks is the format's way of saying that the number did not fit.
      return Number.isFinite(number) ? number : undefined;
    }
    case 'L':
      return /^[YyTt]$/.test(text) ? true : /^[NnFf]$/.test(text) ? false : undefined;
    case 'D':
      // Eight noughts are how the format writes "no date".
      if (/^0+$/.test(text)) return undefined;
      return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text;
    default:
      return text;
  }
}

/** By the .cpg where there is one; else UTF-8 where a cell is valid UTF-8, Windows-1252 where not. */
function decoderOf(encoding: string | undefined): (bytes: Uint8Array) => string {
  const label = encoding === undefined ? undefined : labelOf(encoding);
  if (label !== undefined) {
    const decoder = new TextDecoder(label);
    return (bytes) => decoder.decode(bytes);
  }
  const strict = new TextDecoder('utf-8', { fatal: true });
  const western = new TextDecoder('windows-1252');
  return (bytes) => {
    try {
      return strict.decode(bytes);
    } catch {
      return western.decode(bytes);
    }
  };
}

/** "1252", "ANSI 1252", "ISO 88591", "65001" … as the names that browsers know. */
function labelOf(encoding: string): string | undefined {
  const text = encoding.trim().toLowerCase();
  const digits = text.replace(/\D/g, '');
  const iso = /^8859(\d{1,2})$/.exec(digits)?.[1];
  const candidates = [
    ...(digits === '65001' || text.startsWith('utf') ? ['utf-8'] : []),
    ...(iso !== undefined ? [`iso-8859-${iso}`] : []),
    ...(/^125\d$/.test(digits) ? [`windows-${digits}`] : []),
    text,
  ];
  return candidates.find((candidate) => {
    try {
      return new TextDecoder(candidate).encoding !== '';
    } catch {
      return false;
    }
  });
}
