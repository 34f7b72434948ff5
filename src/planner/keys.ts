import type { Tool } from '../state/planning.ts';

/** One letter for each tool, heard while the map or its tools have the focus. */
export const TOOL_KEYS: Readonly<Record<Tool, string>> = {
  choose: 'V',
  box: 'R',
  lasso: 'O',
  light: 'L',
  camera: 'K',
  strak: 'S',
  area: 'Y',
};
