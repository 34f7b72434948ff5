import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../geodata/sources');
const folders = readdirSync(root);

describe('the source files', () => {
  it('lie in six folders', () => expect(folders).toHaveLength(6));

  it.each(folders)('%s says where, when, licence, CRS and checksums, and the checksums hold', (folder) => {
    const note = readFileSync(join(root, folder, 'SOURCE.md'), 'utf8');
    for (const heading of ['**Where.**', '**When.**', '**Licence.**', '**CRS.**'])
      expect(note).toContain(heading);
    const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.geojson'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const hash = createHash('sha256')
        .update(readFileSync(join(root, folder, file)))
        .digest('hex');
      expect(note).toContain(`- \`${file}\`: \`${hash}\``);
    }
  });
});
