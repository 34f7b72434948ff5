import type { Polygon } from 'geojson';
import { useEffect } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import {
  type DrawnFor,
  drawnArea,
  startArea,
  stopArea,
  takeCornerBack,
  useAreaDrawing,
} from '../../state/areaDrawing.ts';
import type { Atlas } from '../../state/atlas.ts';
import { planeOfCity } from '../../state/plane.ts';
import { useOpen } from '../../state/store.ts';

interface DrawerProps {
  readonly atlas: Atlas;
  readonly drawnFor: DrawnFor;
  readonly onDrawn: (area: Polygon) => void;
}

/** Draws an area where it is needed: each press on the map, or Enter in its middle, is a corner. */
export function AreaDrawer({ atlas, drawnFor, onDrawn }: DrawerProps) {
  const { t } = useText();
  const canDrawMap = useOpen((state) => state.canDrawMap);
  const { role, corners } = useAreaDrawing();
  useEffect(() => stopArea, []);
  if (!canDrawMap) return null;
  const which = t(`council.area.${drawnFor}`);
  if (role !== drawnFor)
    return (
      <button type="button" className="plain" onClick={() => startArea(drawnFor)}>
        {t('council.draw.start')}
        <span className="only-read"> {which}</span>
      </button>
    );
  const area = drawnArea(corners, planeOfCity(atlas.city));
  const done = (): void => {
    if (typeof area === 'string') return;
    onDrawn(area);
    stopArea();
  };
  return (
    <div className="box">
      <p>{t('council.draw.how')}</p>
      <p role="status">
        {t('council.draw.corners', { count: corners.length })}{' '}
        {area === 'crossed' && t('council.draw.crossed')}
      </p>
      <div className="row">
        <button type="button" className="primary" disabled={typeof area === 'string'} onClick={done}>
          {t('council.draw.done')}
        </button>
        <button type="button" className="plain" disabled={corners.length === 0} onClick={takeCornerBack}>
          {t('council.draw.back')}
        </button>
        <button type="button" className="link" onClick={stopArea}>
          {t('council.draw.cancel')}
        </button>
      </div>
    </div>
  );
}
