import type PDFDocument from 'pdfkit';

/** The document's bytes, once it has ended. */
export function bytesOf(doc: InstanceType<typeof PDFDocument>): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    doc.on('data', (part: Uint8Array) => parts.push(part));
    doc.on('error', reject);
    doc.on('end', () => {
      const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
      let at = 0;
      for (const part of parts) {
        whole.set(part, at);
        at += part.byteLength;
      }
      resolve(whole);
    });
  });
}
