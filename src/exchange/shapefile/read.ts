import { LIMITS } from '../limits.ts';
import { FatalProblem } from '../problems.ts';
import type { RawFeature, RawLayer, ReadContext, Reader } from '../rawRead.ts';
import { unpack } from '../zip/unpack.ts';
import { openDbf } from './dbf.ts';
import { shpRecords } from './shp.ts';

const PARTS = /\.(shp|dbf|prj|cpg)$/i;

/** Reads every shapefile in a ZIP archive: .shp with its .dbf, .prj and .cpg beside it. */
export const readShapefile: Reader = async (bytes, context) => {
  const parts = new Map(
    unpack(bytes, (name) => PARTS.test(name)).map((entry) => [entry.name.toLowerCase(), entry]),
  );
  const layers: RawLayer[] = [];
  for (const [key, { name, bytes: shp }] of parts) {
    if (!key.endsWith('.shp')) continue;
    const beside = (ending: string): Uint8Array | undefined =>
      parts.get(key.replace(/\.shp$/, ending))?.bytes;
    layers.push(
      await readLayer({ name: name.replace(/^.*\//, '').replace(/\.shp$/i, ''), shp, beside }, context),
    );
  }
  if (layers.length === 0) throw new FatalProblem('archive-without-content', { wanted: '.shp' });
  return { format: 'shapefile', layers };
};

interface Parts {
  readonly name: string;
  readonly shp: Uint8Array;
  readonly beside: (ending: string) => Uint8Array | undefined;
}

async function readLayer({ name, shp, beside }: Parts, { problems, pace }: ReadContext): Promise<RawLayer> {
  const [dbf, prj, cpg] = [beside('.dbf'), beside('.prj'), beside('.cpg')];
  const table = dbf && openDbf(dbf, cpg && new TextDecoder('latin1').decode(cpg));
  if (!table) problems.note('part-missing', { layer: name }, { part: '.dbf' });
  if (!prj) problems.note('part-missing', { layer: name }, { part: '.prj' });
  const features: RawFeature[] = [];
  const records = shpRecords(shp);
  let number = 0;
  let next = records.next();
  for (; !next.done; next = records.next()) {
    const where = { layer: name, feature: ++number };
    if (number > LIMITS.features)
      throw new FatalProblem('too-many-features', { limit: LIMITS.features }, where);
    const geometry = next.value;
    if (geometry === 'empty') problems.skip('geometry-missing', where);
    else if (geometry === 'broken') problems.skip('geometry-broken', where);
    else {
      const properties = table && number <= table.rowCount ? table.row(number - 1) : {};
      features.push({ geometry, properties, where });
    }
    await pace.step(number / (number + 1000));
  }
  if (next.value === 'truncated') problems.skip('file-truncated', { layer: name, feature: number + 1 });
  const crs = prj
    ? ({ kind: 'declared', text: new TextDecoder().decode(prj) } as const)
    : ({ kind: 'none' } as const);
  return { name, crs, features };
}
