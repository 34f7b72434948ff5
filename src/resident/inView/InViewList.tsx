import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { PackageFeature } from '../../domain/feature.ts';
import { type Text, useText } from '../../i18n/TextProvider.tsx';
import { type Atlas, isOtherReading } from '../../state/atlas.ts';
import { useOpen } from '../../state/store.ts';
import type { SeenFeature, Sight } from './inView.ts';

/** How far Page Up and Page Down jump. */
const PAGE = 10;

interface InViewListProps {
  readonly atlas: Atlas;
  readonly sight: Sight;
  readonly onPreview: (featureId: string | null) => void;
  readonly onChoose: (feature: PackageFeature) => void;
  readonly onLeave: () => void;
}

/** The features in view as a list box: arrows step and show each on the map, Enter reads it, Escape goes back. */
export default function InViewList({ atlas, sight, onPreview, onChoose, onLeave }: InViewListProps) {
  const text = useText();
  const { t, local, language } = text;
  const { features } = sight;
  const readings = useOpen((state) => state.view.readings);
  const [activeId, setActiveId] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ letters: '', at: 0 });
  const id = useId();
  const found = features.findIndex(({ feature }) => feature.properties.id === activeId);
  const active = Math.max(0, found);

  useEffect(() => list.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const stepTo = (index: number): void => {
    const to = features[Math.max(0, Math.min(index, features.length - 1))];
    if (!to) return;
    setActiveId(to.feature.properties.id);
    onPreview(to.feature.properties.id);
  };
  const stepToLetters = (letter: string, now: number): void => {
    const { letters, at } = typed.current;
    const sought = now - at < 800 ? letters + letter : letter;
    typed.current = { letters: sought, at: now };
    const start = (index: number): string =>
      local(features[index % features.length]?.feature.properties.name ?? { sv: '', en: '', fi: '' });
    const isSought = (index: number): boolean =>
      start(index).toLocaleLowerCase(language).startsWith(sought.toLocaleLowerCase(language));
    // A second letter may refine the name the list stands on; a first one goes on to the next name.
    const first = sought.length > 1 ? active : active + 1;
    const step = features.findIndex((_, index) => isSought(first + index));
    if (step >= 0) stepTo((first + step) % features.length);
  };
  const onKey = (event: KeyboardEvent): void => {
    const jumps: Record<string, number> = {
      ArrowDown: found < 0 ? 0 : active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: features.length - 1,
      PageDown: active + PAGE,
      PageUp: active - PAGE,
    };
    const jump = jumps[event.key];
    if (jump !== undefined) stepTo(jump);
    else if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter' || event.key === ' ') {
      const chosen = features[active];
      if (chosen) onChoose(chosen.feature);
    } else if (/^[\p{L}\d]$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey)
      stepToLetters(event.key, event.timeStamp);
    else return;
    event.preventDefault();
  };
  return (
    <div className="in-view">
      <h2 id={`${id}-title`}>{t('keys.list')}</h2>
      {features.length === 0 && <p className="muted">{t('keys.nothing')}</p>}
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-labelledby={`${id}-title`}
        aria-activedescendant={features.length > 0 ? `${id}-${active}` : undefined}
        onKeyDown={onKey}
        onFocus={() => {
          if (found >= 0) onPreview(activeId);
        }}
        onBlur={() => onPreview(null)}
      >
        {features.map((seen, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the list's, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active option
          <div
            key={seen.feature.properties.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onClick={() => onChoose(seen.feature)}
          >
            <span>{local(seen.feature.properties.name)}</span>
            <span className="muted">
              {whereOf(seen, { text, isOther: isOtherReading(atlas, seen.feature, readings) })}
            </span>
          </div>
        ))}
      </div>
      <p className="muted hint">{t('keys.hint')}</p>
    </div>
  );
}

/** Its kind, and how far from the middle of the map in which direction. */
function whereOf(
  { feature, distanceMetres, direction }: SeenFeature,
  { text, isOther }: { text: Text; isOther: boolean },
): string {
  const { t, format } = text;
  const kind = isOther ? t('legend.ghost') : t(`kind.${feature.properties.kind}`);
  if (distanceMetres === null) return kind;
  if (distanceMetres === 0) return `${kind}, ${t('keys.here')}`;
  const { value, unit } = format.distance(distanceMetres);
  const distance = t(`unit.${unit}`, { value });
  return direction ? `${kind}, ${distance} ${t(`keys.direction.${direction}`)}` : `${kind}, ${distance}`;
}
