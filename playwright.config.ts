import { defineConfig } from '@playwright/test';

const port = Number(process.env.JOURNEY_PORT ?? 4173);
const site = process.env.JOURNEY_SITE ?? 'dist';

/** Journeys run on the built site in the system's Chromium, drawn in software so that they need no graphics card. */
export default defineConfig({
  testDir: 'tests/journeys',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 800, height: 500 } } },
    { name: 'phone', use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  ],
  webServer: {
    command: `npx vite preview --port ${port} --strictPort --outDir ${site}`,
    port,
    reuseExistingServer: !process.env.CI,
  },
});
