import { type RefObject, useEffect, useRef } from 'react';
import type { Atlas } from '../state/atlas.ts';
import { pressAnywhere, pressOnStage } from './keys.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null;

/**
 * Hears the keys of an open proposal: those of the stage only while the focus is in it, because single letters must
 * not surprise whoever works elsewhere on the page.
 */
export function useKeys(atlas: Atlas, isOpen: boolean): RefObject<HTMLElement | null> {
  const stage = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const isOnStage = event.target instanceof Node && stage.current?.contains(event.target);
      if (pressAnywhere(atlas, event) || (isOnStage && pressOnStage(atlas, event))) event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [atlas, isOpen]);
  return stage;
}
