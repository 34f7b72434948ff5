import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const INCOMPRESSIBLE = new Set(['.woff2', '.pmtiles', '.png']);

export interface Host {
  readonly server: Server;
  readonly origin: string;
  /** Body bytes sent since the last call, workers' files included. */
  takeBytes(): number;
}

/** A static host with brotli, as a good deployer would have; later folders are looked in first. */
export async function serve(folders: readonly string[]): Promise<Host> {
  const compressed = new Map<string, Buffer>();
  let sentBytes = 0;
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')).replace(
      /\/$/,
      '/index.html',
    );
    const file = [...folders]
      .reverse()
      .map((folder) => join(folder, path))
      .find((name) => existsSync(name) && statSync(name).isFile());
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    if (INCOMPRESSIBLE.has(extname(file))) {
      sentBytes += statSync(file).size;
      response.writeHead(200, { 'content-type': type, 'content-length': statSync(file).size });
      createReadStream(file).pipe(response);
      return;
    }
    const body = compressed.get(file) ?? brotliCompressSync(readFileSync(file));
    compressed.set(file, body);
    sentBytes += body.length;
    response.writeHead(200, {
      'content-type': type,
      'content-encoding': 'br',
      'content-length': body.length,
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const takeBytes = (): number => {
    const bytes = sentBytes;
    sentBytes = 0;
    return bytes;
  };
  return { server, origin: `http://127.0.0.1:${port}`, takeBytes };
}
