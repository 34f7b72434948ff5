import { type ReactNode, useId, useState } from 'react';

interface Suggestion {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

interface SearchBoxProps<T extends Suggestion> {
  readonly label: string;
  readonly nothing: string;
  /** Said aloud when the number of suggestions changes. */
  readonly count: (count: number) => string;
  readonly find: (words: string) => readonly T[];
  readonly onChoose: (found: T) => void;
  /** What else can be done when nothing is found. */
  readonly otherwise?: (words: string) => ReactNode;
}

/** A search field with suggestions: a combobox with a list box, by mouse, touch, keyboard and screen reader. */
export function SearchBox<T extends Suggestion>({
  label,
  nothing,
  count,
  find,
  onChoose,
  otherwise,
}: SearchBoxProps<T>) {
  const [words, setWords] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const id = useId();
  const isAsking = words.trim().length > 1;
  const found = isAsking ? find(words).slice(0, 8) : [];
  const shows = isOpen && isAsking;
  const choose = (suggestion: T | undefined): void => {
    if (!suggestion) return;
    setWords(suggestion.name);
    setOpen(false);
    onChoose(suggestion);
  };
  const onKey = (key: string): boolean => {
    if (key === 'ArrowDown') setActive((at) => Math.min(at + 1, found.length - 1));
    else if (key === 'ArrowUp') setActive((at) => Math.max(at - 1, 0));
    else if (key === 'Enter' && shows) choose(found[active]);
    else if (key === 'Escape' && shows) setOpen(false);
    else return false;
    if (key.startsWith('Arrow')) setOpen(true);
    return true;
  };
  return (
    <div className="search">
      <label htmlFor={`${id}-input`} className="choice-label">
        {label}
      </label>
      <input
        id={`${id}-input`}
        type="search"
        role="combobox"
        autoComplete="off"
        aria-expanded={shows && found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shows && found[active] ? `${id}-${active}` : undefined}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={(event) => {
          if (onKey(event.key)) event.preventDefault();
        }}
        onBlur={() => setOpen(false)}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className="suggestions"
        hidden={!shows || found.length === 0}
      >
        {found.map((suggestion, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
          <div
            key={suggestion.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(suggestion)}
          >
            <span>{suggestion.name}</span>
            <span className="muted">{suggestion.kind}</span>
          </div>
        ))}
      </div>
      {/* That nothing was found stays when the field is left: what stands below must not move under the finger. */}
      <p role="status" className={isAsking && found.length === 0 ? 'muted' : 'only-read'}>
        {isAsking && found.length === 0 ? nothing : shows ? count(found.length) : ''}
      </p>
      {isAsking && found.length === 0 && otherwise?.(words.trim())}
    </div>
  );
}
