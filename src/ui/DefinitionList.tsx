import type { ReactNode } from 'react';

/** A list of terms with their texts. */
export function DefinitionList({ children }: { children: ReactNode }) {
  return <dl className="definitions">{children}</dl>;
}

/** One term; left out when there is nothing to say. */
export function Definition({ term, children }: { term: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '' || children === false) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
