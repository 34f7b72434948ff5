import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import type { City } from '../../src/domain/city.ts';
import type { Manifest, PackageFeature } from '../../src/domain/feature.ts';

const layers = 'public/layers/';
export const manifest: Manifest = JSON.parse(readFileSync(`${layers}manifest.json`, 'utf8'));
export const city: City = JSON.parse(readFileSync(layers + manifest.cityFile, 'utf8'));
export const features: PackageFeature[] = manifest.layers
  .filter((entry) => entry.role === 'package')
  .flatMap((entry) => JSON.parse(readFileSync(layers + entry.file, 'utf8')).features);

/** The only one who touches the browser; journeys speak to it in the user's words. */
export class Driver {
  readonly complaints: string[] = [];
  readonly foreign: string[] = [];

  constructor(readonly page: Page) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.hostname !== 'localhost') this.foreign.push(request.url());
    });
  }

  async open(address = ''): Promise<void> {
    await this.page.goto(`/${address}`);
    await expect(this.page.locator('main')).toBeVisible();
  }

  async mapIsDrawn(): Promise<void> {
    await expect(this.page.locator('#map')).toHaveAttribute('data-idle', 'true', { timeout: 40_000 });
  }

  get panel() {
    return this.page.locator('#content');
  }

  async back(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Alla åtgärder och platser' }).click();
  }

  /** Clicks where a position is drawn, from the map's own place in the address (Web Mercator, 512 px tiles). */
  async clickMapAt([lng, lat]: readonly [number, number]): Promise<void> {
    await this.mapIsDrawn();
    const parts = /#map=([\d.]+)\/([-\d.]+)\/([-\d.]+)/.exec(this.page.url());
    if (!parts) throw new Error(`no map position in ${this.page.url()}`);
    const [zoom = 0, centerLat = 0, centerLng = 0] = parts.slice(1).map(Number);
    const world = 512 * 2 ** zoom;
    const mercator = (degrees: number): number => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360));
    const box = await this.page.locator('#map').boundingBox();
    if (!box) throw new Error('the map has no box');
    await this.page.mouse.click(
      box.x + box.width / 2 + ((lng - centerLng) / 360) * world,
      box.y + box.height / 2 - ((mercator(lat) - mercator(centerLat)) / (2 * Math.PI)) * world,
    );
  }

  async hasNoAccessibilityFault(): Promise<void> {
    const result = await new AxeBuilder({ page: this.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
      .analyze();
    expect(
      result.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html).join(' | ')}`),
    ).toEqual([]);
  }
}

export const test = base.extend<{ driver: Driver }>({
  driver: async ({ page }, use) => {
    const driver = new Driver(page);
    await use(driver);
    expect(driver.foreign, 'requests that left the origin').toEqual([]);
  },
});
export { expect };

/** Money as Swedish writes it, with whatever spaces Intl uses. */
export const kronor = (amountSek: number): RegExp =>
  new RegExp(`${new Intl.NumberFormat('sv-SE').format(amountSek).replace(/\s/g, '\\s')}\\s*kr`);
