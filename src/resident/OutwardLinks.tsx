import type { ReactNode } from 'react';
import type { City } from '../domain/city.ts';
import { useText } from '../i18n/TextProvider.tsx';

/** Where the city itself answers: an address to open, a number to call. */
export function OutwardLinks({ links, children }: { links: City['links']; children?: ReactNode }) {
  const { local } = useText();
  return (
    <ul className="outward">
      {links.map(({ id, url, label, phone }) => (
        <li key={id}>
          {url ? (
            <a href={url} rel="noreferrer">
              {local(label)}
            </a>
          ) : (
            local(label)
          )}
          {phone && (
            <>
              {', '}
              <a className="phone" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
                {phone}
              </a>
            </>
          )}
        </li>
      ))}
      {children}
    </ul>
  );
}
