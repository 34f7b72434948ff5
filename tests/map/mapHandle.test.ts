import { expect, test } from 'vitest';
import { paddingIn } from '../../src/map/mapHandle.ts';

test('a wide map keeps the same room on every side', () => {
  expect(paddingIn({ clientWidth: 900, clientHeight: 700 }, 24)).toEqual({
    top: 24,
    bottom: 24,
    left: 24,
    right: 24,
  });
});

test('what a phone shows stays clear of the tools at the top and the legend at the foot', () => {
  const { top, bottom } = paddingIn({ clientWidth: 390, clientHeight: 372 });
  expect(top).toBeGreaterThanOrEqual(52);
  expect(bottom).toBeGreaterThanOrEqual(100);
});

test('a low frame, as on another site, is not filled by its own edges', () => {
  const { top = 0, bottom = 0 } = paddingIn({ clientWidth: 390, clientHeight: 200 });
  expect(top + bottom).toBeLessThanOrEqual(100);
});
