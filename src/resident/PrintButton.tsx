import { type CSSProperties, useEffect, useState } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import type { Atlas } from '../state/atlas.ts';
import { useBasemap } from '../state/basemap.ts';
import { useOpen } from '../state/store.ts';

interface Sheet {
  readonly pictureUrl: string | null;
  readonly widthMetres: number;
  /** Width by height, known when the picture has come. */
  readonly aspect: number;
}

/** What the browser's own print command gives: everything but the picture, which takes a moment to make. */
const EMPTY: Sheet = { pictureUrl: null, widthMetres: 0, aspect: 1 };

/** Prints the answer on A4 with a picture of the map, a scale bar, north, sources and the date. */
export function PrintButton({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const takePicture = useOpen((state) => state.takePicture);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [isDrawn, setDrawn] = useState(false);
  const begin = async (): Promise<void> => {
    setDrawn(false);
    const picture = await takePicture?.().catch(() => null);
    setSheet({
      pictureUrl: picture ? URL.createObjectURL(picture.blob) : null,
      widthMetres: picture?.widthMetres ?? 0,
      aspect: 1,
    });
    if (!picture) setDrawn(true);
  };
  useEffect(() => {
    if (!sheet || !isDrawn) return;
    // Some browsers return from print() at once: the sheet may not go before the printing has ended.
    const end = (): void => {
      if (sheet.pictureUrl) URL.revokeObjectURL(sheet.pictureUrl);
      setSheet(null);
    };
    addEventListener('afterprint', end, { once: true });
    print();
    return () => removeEventListener('afterprint', end);
  }, [sheet, isDrawn]);
  return (
    <>
      <button type="button" className="tool" onClick={begin}>
        {t('print.open')}
      </button>
      <PrintSheet
        sheet={sheet ?? EMPTY}
        atlas={atlas}
        onDrawn={(aspect) => {
          setSheet((before) => before && { ...before, aspect });
          setDrawn(true);
        }}
      />
    </>
  );
}

function PrintSheet({
  sheet,
  atlas,
  onDrawn,
}: {
  sheet: Sheet;
  atlas: Atlas;
  onDrawn: (aspect: number) => void;
}) {
  const { t, local, format } = useText();
  const basemap = useBasemap();
  const credits = [
    ...new Set(atlas.city.sources.flatMap((source) => source.attribution ?? [])),
    ...(basemap.kind === 'overview' ? [] : [basemap.attribution]),
  ].join(' · ');
  return (
    <figure className="print-sheet">
      {/* The bar is as wide as the picture, whatever the picture's shape: else it would measure wrongly. */}
      <div className="print-picture" style={{ '--aspect': sheet.aspect } as CSSProperties}>
        {sheet.pictureUrl && (
          <img
            src={sheet.pictureUrl}
            alt={t('print.picture')}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              onDrawn(naturalWidth / naturalHeight)
            }
            onError={() => onDrawn(1)}
          />
        )}
        {sheet.widthMetres > 0 && <ScaleBar widthMetres={sheet.widthMetres} />}
      </div>
      <figcaption>
        {local(atlas.city.packageTitle)}. {basemap.kind === 'overview' && `${t('map.overview')}. `}
        {credits}. {t('print.date', { date: format.date(new Date().toISOString().slice(0, 10)) })}.{' '}
        {location.href}
      </figcaption>
    </figure>
  );
}

/** About a fifth of the picture, rounded to 1, 2 or 5 times a power of ten metres, with an arrow to the north. */
function ScaleBar({ widthMetres }: { widthMetres: number }) {
  const { t, format } = useText();
  const wanted = widthMetres / 5;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const lengthMetres = power * ([5, 2, 1].find((step) => wanted >= step * power) ?? 1);
  const { value, unit } = format.distance(lengthMetres);
  const width = (lengthMetres / widthMetres) * 1000;
  return (
    <svg className="scale-bar" viewBox="0 0 1000 44" role="img" aria-label={t(`unit.${unit}`, { value })}>
      <path d={`M2 26v10h${width}v-10`} fill="none" stroke="#000" strokeWidth="3" />
      <text x={width + 14} y="38" fontSize="24">
        {t(`unit.${unit}`, { value })}
      </text>
      <path d="M970 40V6m-9 12l9-14 9 14" fill="none" stroke="#000" strokeWidth="3" />
      <text x="930" y="30" fontSize="24">
        {t('print.north')}
      </text>
    </svg>
  );
}
