import { useText } from '../i18n/TextProvider.tsx';
import type { Atlas } from '../state/atlas.ts';
import { takeTool, usePlanning } from '../state/planning.ts';
import { clearSketch, unsketchCorner, useSketch } from '../state/sketch.ts';
import { deskOf } from './desk.ts';
import { finish } from './stage/draw.ts';

/** What can be done with the line or outline being drawn, within reach of a thumb. */
export function DrawBar({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const tool = usePlanning((state) => state.tool);
  const { corners, snap } = useSketch();
  if (tool === 'choose') return null;
  const isLine = tool === 'strak' || tool === 'area';
  const end = (): void => {
    const desk = deskOf(atlas);
    if (desk) finish(desk, tool, (kind) => t(`kind.${kind}`));
  };
  return (
    <div className="plan-drawbar">
      <p>
        {t(`planner.hint.${tool}`)}
        {isLine && corners.length > 0 && snap !== 'free' && <strong> {t(`planner.snap.${snap}`)}</strong>}
      </p>
      <p className="plan-row">
        {isLine && corners.length > 0 && (
          <>
            <button type="button" className="primary" onClick={end}>
              {t('planner.draw.done')}
            </button>
            <button type="button" onClick={unsketchCorner}>
              {t('planner.draw.back')}
            </button>
          </>
        )}
        <button
          type="button"
          onClick={() => {
            clearSketch();
            takeTool('choose');
          }}
        >
          {t(corners.length > 0 ? 'planner.draw.cancel' : 'planner.draw.stop')}
        </button>
      </p>
    </div>
  );
}
