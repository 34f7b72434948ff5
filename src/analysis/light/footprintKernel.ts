import { footprintRow, type RasterLamp, type RasterRow, shadeRow } from './footprint.ts';
import { FOOTPRINT_WASM_BASE64 } from './kernel/footprintBytes.ts';
import type { UniformTable } from './uniformTable.ts';

/**
 * The two ways to a lamp's footprint: `plain` typed arrays in double precision, and `simd`, the same sum four cells
 * at a time in WebAssembly (single precision; equal to the plain one to 10⁻⁵). WebAssembly without relaxed SIMD gives
 * the same bits on every machine.
 */
export type KernelName = 'plain' | 'simd';

/** Rows of one lamp at a time: `begin`, then `row` as often as wanted. The answer is overwritten by the next row. */
export interface FootprintKernel {
  begin(lamp: RasterLamp, size: { readonly step: number; readonly widest: number }): void;
  row(row: RasterRow): Float64Array | Float32Array;
}

function plainKernel(): FootprintKernel {
  let scratch = new Float64Array(256);
  let lamp: RasterLamp | null = null;
  let step = 1;
  return {
    begin: (next, size) => {
      lamp = next;
      step = size.step;
      if (scratch.length < size.widest) scratch = new Float64Array(size.widest);
    },
    row: (row) => {
      if (lamp === null) throw new Error('row before begin');
      const stepped = { ...row, step };
      footprintRow(lamp, stepped, scratch);
      shadeRow(lamp.lamp, stepped, scratch);
      return scratch;
    },
  };
}

const TABLE_BYTE = 1024;
const PAGE_BYTES = 65_536;
const DEGREES = 180 / Math.PI;

interface FootprintModule {
  readonly memory: WebAssembly.Memory;
  readonly row: (out: number, east: number, north: number, count: number) => void;
}

function instantiate(): FootprintModule | null {
  try {
    const bytes = Uint8Array.from(atob(FOOTPRINT_WASM_BASE64), (letter) => letter.charCodeAt(0));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    return exports as unknown as FootprintModule;
  } catch {
    // No SIMD, or a page that forbids WebAssembly: the plain kernel gives the same answer more slowly.
    return null;
  }
}

/** The table as four-corner panels, made once a table. */
const panels = new WeakMap<UniformTable, Float32Array>();

function panelsOf(table: UniformTable): Float32Array {
  const known = panels.get(table);
  if (known !== undefined) return known;
  const { candelas, verticals, azimuthSteps } = table;
  const corners = new Float32Array(azimuthSteps * verticals * 4);
  for (let c = 0; c < azimuthSteps; c += 1)
    for (let g = 0; g < verticals; g += 1) {
      const at = c * verticals + g;
      const next = Math.min(g + 1, verticals - 1) - g;
      corners.set(
        [at, at + next, at + verticals, at + verticals + next].map((corner) => candelas[corner] as number),
        4 * at,
      );
    }
  panels.set(table, corners);
  return corners;
}

function writeParameters(memory: WebAssembly.Memory, { lamp, table }: RasterLamp, step: number): void {
  const perVertical = DEGREES / table.verticalStepDegrees;
  const h = lamp.heightMetres;
  new Float32Array(memory.buffer, 0, 15).set([
    ...[step, h, lamp.scale * h],
    ...lamp.c0,
    ...lamp.c90,
    ...lamp.nadir,
    ...[DEGREES / table.azimuthStepDegrees, perVertical],
    table.firstVerticalDegrees / table.verticalStepDegrees,
  ]);
  new Int32Array(memory.buffer, 60, 2).set([table.verticals, table.azimuthSteps]);
}

function simdKernel({ memory, row: footprint }: FootprintModule): FootprintKernel {
  let held: UniformTable | null = null;
  let lamp: RasterLamp | null = null;
  let step = 1;
  let out = new Float32Array(0);
  return {
    begin: (next, size) => {
      lamp = next;
      step = size.step;
      const corners = panelsOf(next.table);
      const outByte = TABLE_BYTE + corners.byteLength;
      const needed = outByte + 4 * (size.widest + 4);
      const isGrown = needed > memory.buffer.byteLength;
      if (isGrown) memory.grow(Math.ceil((needed - memory.buffer.byteLength) / PAGE_BYTES));
      if (held !== next.table) new Float32Array(memory.buffer, TABLE_BYTE, corners.length).set(corners);
      held = next.table;
      out = new Float32Array(memory.buffer, outByte, size.widest + 4);
      writeParameters(memory, next, size.step);
    },
    row: (row) => {
      if (lamp === null) throw new Error('row before begin');
      footprint(out.byteOffset, row.east, row.north, row.count);
      if (lamp.lamp.shadow !== null) shadeRow(lamp.lamp, { ...row, step }, out);
      return out;
    },
  };
}

const kernels = new Map<KernelName, FootprintKernel>();
let best: KernelName | null = null;

/** The quickest kernel that runs here. */
export function bestKernel(): KernelName {
  if (best !== null) return best;
  const module = instantiate();
  if (module !== null) kernels.set('simd', simdKernel(module));
  best = module === null ? 'plain' : 'simd';
  return best;
}

/** The one kernel of a name. Asking for `simd` where it cannot run is an error of the caller. */
export function kernelOf(name: KernelName): FootprintKernel {
  bestKernel();
  const known = kernels.get(name);
  if (known !== undefined) return known;
  if (name === 'simd') throw new Error('no WebAssembly SIMD here');
  const plain = plainKernel();
  kernels.set('plain', plain);
  return plain;
}
