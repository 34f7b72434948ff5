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

/** The build puts a hash of the content into the name: such a file never changes and need not be asked for again. */
const NAMED_BY_CONTENT = /[-.][\w-]{8}\.\w+$/;

/** A static host with brotli and caching, as a good deployer would have; later folders are looked in first. */
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
    const headers = {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': NAMED_BY_CONTENT.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    if (INCOMPRESSIBLE.has(extname(file))) {
      sentBytes += statSync(file).size;
      response.writeHead(200, { ...headers, 'content-length': statSync(file).size });
      createReadStream(file).pipe(response);
      return;
    }
    const body = compressed.get(file) ?? brotliCompressSync(readFileSync(file));
    compressed.set(file, body);
    sentBytes += body.length;
    response.writeHead(200, { ...headers, 'content-encoding': 'br', 'content-length': body.length });
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
