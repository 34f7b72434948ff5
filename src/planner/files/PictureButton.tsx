import { useState } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { useBackground } from '../../state/background.ts';
import { datedName, offerFile } from '../../state/offerFile.ts';
import { usePlanning } from '../../state/planning.ts';
import { creditsOf } from '../../state/shown.ts';
import { useOpen } from '../../state/store.ts';
import { mapPicture } from './mapPicture.ts';

/** Saves the map as it stands as a picture. */
export function PictureButton({ atlas }: { atlas: Atlas }) {
  const { t, local, format } = useText();
  const takePicture = useOpen((state) => state.takePicture);
  const proposal = usePlanning((state) => state.committed);
  const parts = useBackground((state) => state.parts);
  const [hasFailed, setFailed] = useState(false);
  const save = async (): Promise<void> => {
    setFailed(false);
    const title = proposal?.name ?? local(atlas.city.packageTitle);
    const under = new Set(Object.values(parts).flatMap(({ attribution }) => attribution ?? []));
    const date = t('print.date', { date: format.date(new Date().toISOString().slice(0, 10)) });
    try {
      if (!takePicture) throw new Error('no map');
      const picture = await mapPicture(await takePicture(), {
        title,
        credits: [creditsOf(atlas), ...under, date].filter(Boolean).join(' · '),
        north: t('print.north'),
        distance: (metres) => {
          const { value, unit } = format.distance(metres);
          return t(`unit.${unit}`, { value });
        },
      });
      offerFile(`${datedName(title)}.png`, picture);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <button type="button" className="tool" onClick={save}>
        {t('exchange.picture')}
      </button>
      {hasFailed && <span role="alert">{t('exchange.pictureFailed')}</span>}
    </>
  );
}
