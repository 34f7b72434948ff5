import { create } from 'zustand';

const KEY = 'author';

function kept(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** The name that this device writes under; empty until one has been chosen. It is no login: anyone may write any name. */
export const useAuthor = create<{ readonly name: string }>(() => ({ name: kept() }));

/** Chooses the name that everything written on this device from now on carries. */
export function chooseAuthor(name: string): void {
  const chosen = name.trim();
  useAuthor.setState({ name: chosen });
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // Without storage the name lives as long as the page.
  }
}
