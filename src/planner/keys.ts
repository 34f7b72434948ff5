import type { Atlas } from '../state/atlas.ts';
import {
  chooseCorner,
  chooseIds,
  goOverStep,
  say,
  type Tool,
  takeTool,
  usePlanning,
} from '../state/planning.ts';
import { clearSketch, unsketchCorner, useSketch } from '../state/sketch.ts';
import { copyChosen, nextCorner, nudgeChosen, removeChosen, turnChosen } from './actions.ts';

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

const STEP_METRES = 0.5;
const LONG_STEP_METRES = 5;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Undo, redo and copy, wherever the focus is outside a field. Returns whether the key was meant for them. */
export function pressAnywhere(atlas: Atlas, { key, ctrlKey, metaKey, shiftKey }: Key): boolean {
  if (!ctrlKey && !metaKey) return false;
  switch (key.toLowerCase()) {
    case 'z':
      if (!goOverStep(shiftKey ? 'redo' : 'undo'))
        say({ key: `planner.${shiftKey ? 'redo' : 'undo'}.nothing` });
      return true;
    case 'y':
      if (!goOverStep('redo')) say({ key: 'planner.redo.nothing' });
      return true;
    case 'd':
      copyChosen(atlas);
      return true;
    default:
      return false;
  }
}

/** Keys on the map and its tools. Returns whether the key was meant for the plan. */
export function pressOnStage(atlas: Atlas, press: Key): boolean {
  const { key, ctrlKey, metaKey, shiftKey } = press;
  if (ctrlKey || metaKey) return false;
  const tool = (Object.keys(TOOL_KEYS) as Tool[]).find((each) => TOOL_KEYS[each] === key.toUpperCase());
  if (tool) {
    clearSketch();
    takeTool(tool);
    say({ key: `planner.tool.${tool}` });
    return true;
  }
  const { tool: taken, chosenIds } = usePlanning.getState();
  const arrow = ARROWS[key];
  if (arrow && taken === 'choose' && chosenIds.size > 0) {
    const metres = shiftKey ? LONG_STEP_METRES : STEP_METRES;
    nudgeChosen(atlas, [arrow[0] * metres, arrow[1] * metres]);
    return true;
  }
  return pressOther(atlas, key);
}

function pressOther(atlas: Atlas, key: string): boolean {
  const isChoosing = usePlanning.getState().tool === 'choose' && usePlanning.getState().chosenIds.size > 0;
  switch (key) {
    case 'Escape':
      stepBack();
      return true;
    case 'Backspace':
    case 'Delete':
      if (useSketch.getState().corners.length > 0) unsketchCorner();
      else removeChosen(atlas);
      return true;
    case '+':
    case '-':
      if (!isChoosing) return false;
      turnChosen(atlas, key === '+' ? 1 : -1);
      return true;
    case '.':
    case ',':
      nextCorner(atlas, key === '.' ? 1 : -1);
      return true;
    default:
      return false;
  }
}

/** Escape: gives up the drawing, then the corner, then the tool, then what is chosen. */
function stepBack(): void {
  const { tool, cornerIndex } = usePlanning.getState();
  if (useSketch.getState().corners.length > 0) clearSketch();
  else if (cornerIndex !== null) chooseCorner(null);
  else if (tool !== 'choose') takeTool('choose');
  else chooseIds([]);
}
