/// <reference types="vitest/config" />
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { plainStory } from './geodata/plainStory.ts';
import { oneMapLibrary } from './vite/mapLibrary.ts';
import { startChunks } from './vite/startChunks.ts';
import { compiledTexts } from './vite/texts.ts';

/** Origins a deployer's configuration names; the page may talk to these and no others. */
function configuredOrigins(publicFolder: string): string[] {
  try {
    const { basemap, geocoder, onlineMap } = JSON.parse(
      readFileSync(join(publicFolder, 'config.json'), 'utf8'),
    );
    const urls: unknown[] = [basemap?.url, geocoder?.url, onlineMap?.styleUrl, ...(onlineMap?.origins ?? [])];
    const origins = urls.filter((url) => URL.canParse(String(url))).map((url) => new URL(String(url)).origin);
    return [...new Set(origins)];
  } catch {
    return [];
  }
}

/** Tells the page that streets were made: it never has to ask for what is not there. */
function announceStreets(): Plugin {
  let publicFolder = 'public';
  return {
    name: 'announce-streets',
    configResolved: ({ publicDir }) => {
      publicFolder = publicDir;
    },
    transformIndexHtml: () =>
      existsSync(join(publicFolder, 'streets', 'manifest.json'))
        ? [{ tag: 'meta', attrs: { name: 'streets', content: 'streets/' }, injectTo: 'head' }]
        : [],
  };
}

/** A strict content security policy in the built page: everything from the page's own origin. */
function policyFor(publicFolder: string): string {
  const own = ["'self'", ...configuredOrigins(publicFolder)].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    `img-src ${own} data: blob:`,
    `font-src ${own}`,
    `connect-src ${own} blob:`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function contentSecurityPolicy(): Plugin {
  let publicFolder = 'public';
  return {
    name: 'content-security-policy',
    apply: 'build',
    configResolved: ({ publicDir }) => {
      publicFolder = publicDir;
    },
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policyFor(publicFolder) },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** What the page asks for before it can show the package: its settings, the list of layers, the city. */
function firstFiles(publicFolder: string): string[] {
  const read = (path: string): Record<string, unknown> => {
    try {
      return JSON.parse(readFileSync(join(publicFolder, path), 'utf8'));
    } catch {
      return {};
    }
  };
  const folder = String(read('config.json').layers ?? 'layers/');
  const { cityFile } = read(`${folder}manifest.json`);
  return ['config.json', `${folder}manifest.json`, ...(cityFile ? [`${folder}${cityFile}`] : [])];
}

/** The first things the page asks for, asked for at once: it saves two round trips on a slow line. */
function preloadData(): Plugin {
  let publicFolder = 'public';
  return {
    name: 'preload-data',
    configResolved: ({ publicDir }) => {
      publicFolder = publicDir;
    },
    transformIndexHtml: () =>
      firstFiles(publicFolder).map((href) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'fetch', crossorigin: 'anonymous', href },
        injectTo: 'head' as const,
      })),
  };
}

/** Fetches the map's code while the city is being read, without running it before the panel can be read. */
function preloadMap(): Plugin {
  return {
    name: 'preload-map',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const stage = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/resident/MapStage.tsx'));
        const files = new Set(stage ? [stage.fileName] : []);
        // a set hands out what is added to it while it is being walked
        for (const file of files)
          for (const needed of chunks.find(({ fileName }) => fileName === file)?.imports ?? [])
            files.add(needed);
        return [...files]
          .filter((file) => !html.includes(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
            injectTo: 'head' as const,
          }));
      },
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [
    react(),
    oneMapLibrary(),
    compiledTexts(),
    contentSecurityPolicy(),
    preloadData(),
    announceStreets(),
    plainStory(),
    preloadMap(),
    startChunks(),
    VitePWA({
      // A new version waits until the user agrees: code and layers of two versions are never mixed.
      registerType: 'prompt',
      injectRegister: false,
      includeAssets: ['icon.svg', 'apple-touch-icon.png'],
      manifest: {
        name: 'Trygghetskartan',
        short_name: 'Trygghet',
        lang: 'sv',
        display: 'standalone',
        start_url: './',
        background_color: '#FBFAF7',
        theme_color: '#16233A',
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,woff2,svg,json,geojson}'],
        // Archives need byte ranges, which a precache cannot answer; street data is large and loaded in parts.
        globIgnores: ['**/*.pmtiles', 'streets/**', '.vite/**', '**/*latin-ext*', '**/sqlite3-*.js'],
        maximumFileSizeToCacheInBytes: 3_000_000,
        navigateFallback: 'index.html',
        ignoreURLParametersMatching: [/.*/],
        runtimeCaching: [
          // The page puts the whole archive here when it is to be kept; until then ranges go to the server.
          {
            urlPattern: /\/streets\/streets\.[0-9a-f]{8}\.pmtiles$/,
            handler: 'CacheFirst',
            options: {
              cacheName: 'street-tiles',
              rangeRequests: true,
              cacheableResponse: { statuses: [200] },
            },
          },
          {
            urlPattern: /\/streets\/manifest\.json$/,
            handler: 'NetworkFirst',
            options: { cacheName: 'streets', networkTimeoutSeconds: 4 },
          },
          // Named after their content: what is kept is never out of date.
          {
            urlPattern: /\/streets\/(addresses\.[0-9a-f]{8}|background\.[0-9a-f]{8}\/\d+-\d+)\.json$/,
            handler: 'CacheFirst',
            options: { cacheName: 'streets', cacheableResponse: { statuses: [200] } },
          },
          {
            urlPattern: /latin-ext[^/]*\.woff2$/,
            handler: 'CacheFirst',
            options: { cacheName: 'rare-letters', cacheableResponse: { statuses: [200] } },
          },
          // SQLite is fetched by whoever opens a GeoPackage, and is then there without a network too.
          { urlPattern: /\.wasm$/, handler: 'CacheFirst', options: { cacheName: 'wasm' } },
        ],
      },
    }),
  ],
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1500 },
  optimizeDeps: { exclude: ['maplibre-gl', '@sqlite.org/sqlite-wasm'] },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
