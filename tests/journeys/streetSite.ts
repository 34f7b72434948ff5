import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The site as a deployer with an extract builds it, on a port of its own, and a stranger's map server beside it. */
export interface StreetSite {
  readonly origin: string;
  readonly stranger: Stranger;
  /** The network is gone: the server answers no more. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

export interface Stranger {
  readonly host: string;
  /** How often the stranger was asked for anything. */
  asked(): number;
}

/** Pure red, which no palette of ours has. */
const STYLE = {
  version: 8,
  sources: {},
  layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#FF0000' } }],
};

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return portOf(server);
}

/** A port that nobody listens to now. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function strangerServer() {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
    response.end(JSON.stringify(STYLE));
  });
  const port = await listening(server);
  return { server, stranger: { host: `localhost:${port}`, asked: () => asked } };
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args[0]}: ${stdout}${stderr}`);
}

const BUILD = `
import { build } from 'vite';
const [publicDir, outDir] = process.argv.slice(1);
await build({ publicDir, build: { outDir, emptyOutDir: true }, logLevel: 'error' });
`;

async function answering(origin: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(origin).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${origin} does not answer`);
}

/** Runs the streets command on extracts, builds the site with what it wrote, and serves it. */
export async function buildStreetSite(...extracts: string[]): Promise<StreetSite> {
  const folder = mkdtempSync(join(tmpdir(), 'street-site-'));
  const publicFolder = join(folder, 'public');
  cpSync('public', publicFolder, { recursive: true, filter: (name) => !/public\/streets/.test(name) });
  run('npx', [
    'tsx',
    'geodata/streets.ts',
    ...extracts,
    '--bbox',
    'auto',
    '--out',
    join(publicFolder, 'streets'),
  ]);
  const { server, stranger } = await strangerServer();
  const config = {
    layers: 'layers/',
    basemap: { kind: 'overview' },
    onlineMap: {
      styleUrl: `http://${stranger.host}/style.json`,
      title: 'Främmande kartan',
      attribution: '© Främling',
    },
  };
  writeFileSync(join(publicFolder, 'config.json'), JSON.stringify(config));
  const built = join(folder, 'dist');
  run(process.execPath, ['--input-type=module', '-e', BUILD, publicFolder, built]);
  const port = await freePort();
  const preview = ['node_modules/vite/bin/vite.js', 'preview', '--port', String(port), '--strictPort'];
  const host: ChildProcess = spawn(process.execPath, [...preview, '--outDir', built], { stdio: 'ignore' });
  const gone = new Promise<void>((resolve) => host.once('exit', () => resolve()));
  const origin = `http://localhost:${port}`;
  await answering(origin);
  const stop = async (): Promise<void> => {
    host.kill();
    await gone;
  };
  const remove = async (): Promise<void> => {
    await stop();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { origin, stranger, stop, remove };
}
