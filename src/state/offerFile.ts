/** Gives the user a file to keep; it is made on the device and never leaves it. */
export function offerFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A file name with the day it was made, so that two of them can be told apart: "Alternativ A 2026-11-22". */
export const datedName = (name: string, at: Date = new Date()): string => {
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${name.replace(/[^\p{L}\p{N} ._-]+/gu, '_').trim() || 'karta'} ${day.join('-')}`;
};
