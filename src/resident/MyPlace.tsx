import { useState } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import { askAbout } from '../state/store.ts';

const LONGEST_WAIT_MS = 15_000;

/** Asks the device where the user is, once and only when pressed; the position is never stored. */
export function MyPlace() {
  const { t } = useText();
  const [isDenied, setDenied] = useState(false);
  const ask = (): void => {
    setDenied(false);
    if (!('geolocation' in navigator)) {
      setDenied(true);
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude } }) => askAbout([longitude, latitude]),
      () => setDenied(true),
      { timeout: LONGEST_WAIT_MS },
    );
  };
  return (
    <p className="my-place">
      <button type="button" className="link" onClick={ask}>
        {t('search.myPlace')}
      </button>
      <span role="status">{isDenied && ` ${t('search.myPlaceDenied')}`}</span>
    </p>
  );
}
