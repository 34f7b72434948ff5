import type { PackageFeature } from '../domain/feature.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { select } from '../state/store.ts';

const MOST_SHOWN_OF_A_KIND = 12;

/** Buttons to features, grouped by kind; long runs of lights and cameras are counted, not listed. */
export function PlaceLinks({ features }: { features: readonly PackageFeature[] }) {
  const { t, local } = useText();
  const kinds = [...new Set(features.map((feature) => feature.properties.kind))];
  return (
    <ul className="places">
      {kinds.map((kind) => {
        const ofKind = features.filter((feature) => feature.properties.kind === kind);
        const shown = ofKind.slice(0, MOST_SHOWN_OF_A_KIND);
        return (
          <li key={kind}>
            <span className="kicker">
              {t(`kind.${kind}`)} ({ofKind.length})
            </span>
            <ul>
              {shown.map(({ properties }) => (
                <li key={properties.id}>
                  <button
                    type="button"
                    className="link"
                    onClick={() => select({ kind: 'feature', id: properties.id })}
                  >
                    {local(properties.name)}
                  </button>
                </li>
              ))}
              {ofKind.length > shown.length && (
                <li className="muted">{t('places.more', { count: ofKind.length - shown.length })}</li>
              )}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
