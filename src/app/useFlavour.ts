import { useEffect, useSyncExternalStore } from 'react';
import { cssVariables, PALETTES } from '../map/palette.ts';
import type { Flavour } from '../map/scene.ts';
import { useOpen } from '../state/store.ts';

const darkQuery = matchMedia('(prefers-color-scheme: dark)');
const subscribe = (listener: () => void) => {
  darkQuery.addEventListener('change', listener);
  return () => darkQuery.removeEventListener('change', listener);
};

/** Light or night, by the user's choice or the device's; writes the palette into the page's CSS variables. */
export function useFlavour(): Flavour {
  const theme = useOpen((state) => state.view.theme);
  const isDark = useSyncExternalStore(subscribe, () => darkQuery.matches);
  const flavour: Flavour = theme === 'auto' ? (isDark ? 'night' : 'light') : theme;
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.flavour = flavour;
    for (const [name, value] of Object.entries(cssVariables(PALETTES[flavour])))
      root.style.setProperty(name, value);
  }, [flavour]);
  return flavour;
}
