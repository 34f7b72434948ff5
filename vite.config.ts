/// <reference types="vitest/config" />
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { plainStory } from './geodata/plainStory.ts';

/** Origins a deployer's configuration names; the page may talk to these and no others. */
function configuredOrigins(): string[] {
  try {
    const config = JSON.parse(readFileSync('public/config.json', 'utf8'));
    const named = [config?.basemap?.url, config?.geocoder?.url].filter((url) => URL.canParse(url));
    return [...new Set(named.map((url) => new URL(url).origin))];
  } catch {
    return [];
  }
}

/** A strict content security policy in the built page: everything from the page's own origin. */
function contentSecurityPolicy(): Plugin {
  const own = ["'self'", ...configuredOrigins()].join(' ');
  const policy = [
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
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** The first things the page asks for, asked for at once: it saves a round trip on a slow line. */
function preloadData(): Plugin {
  return {
    name: 'preload-data',
    transformIndexHtml: () =>
      ['config.json', 'layers/manifest.json'].map((href) => ({
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
      handler: (_html, { bundle }) =>
        Object.values(bundle ?? {})
          .filter((chunk) => chunk.type === 'chunk' && chunk.name === 'MapStage')
          .map((chunk) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${chunk.fileName}` },
            injectTo: 'head' as const,
          })),
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [
    react(),
    contentSecurityPolicy(),
    preloadData(),
    plainStory(),
    preloadMap(),
    VitePWA({
      // A new version waits until the user agrees: code and layers of two versions are never mixed.
      registerType: 'prompt',
      injectRegister: false,
      includeAssets: ['icon.svg'],
      manifest: {
        name: 'Trygghetskartan',
        short_name: 'Trygghet',
        lang: 'sv',
        display: 'standalone',
        start_url: './',
        background_color: '#FBFAF7',
        theme_color: '#16233A',
        icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,woff2,svg,json,geojson}'],
        // Archives need byte ranges, which a precache cannot answer; street data is large and loaded in parts.
        globIgnores: ['**/*.pmtiles', 'streets/**', '.vite/**', '**/*latin-ext*'],
        maximumFileSizeToCacheInBytes: 3_000_000,
        navigateFallback: 'index.html',
        ignoreURLParametersMatching: [/.*/],
      },
    }),
  ],
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1500 },
  optimizeDeps: { exclude: ['maplibre-gl'] },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
