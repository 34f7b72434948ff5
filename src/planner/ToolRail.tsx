import { useText } from '../i18n/TextProvider.tsx';
import type { Atlas } from '../state/atlas.ts';
import { TOOLS, type Tool, takeTool, usePlanning } from '../state/planning.ts';
import { clearSketch } from '../state/sketch.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { TOOL_KEYS } from './keys.ts';

const ICONS: Readonly<Record<Tool, IconName>> = {
  choose: 'pointer',
  box: 'box',
  lasso: 'lasso',
  light: 'lamp',
  camera: 'camera',
  strak: 'strak',
  area: 'area',
};

/** The tools, at the map's edge. */
export function ToolRail({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const tool = usePlanning((state) => state.tool);
  return (
    <div
      className="plan-rail"
      role="toolbar"
      aria-label={t('planner.tools')}
      aria-orientation="vertical"
      data-city={atlas.city.id}
    >
      {TOOLS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === tool}
          title={t('planner.tool.withKey', { tool: t(`planner.tool.${each}`), key: TOOL_KEYS[each] })}
          aria-label={t(`planner.tool.${each}`)}
          onClick={() => {
            clearSketch();
            takeTool(each);
          }}
        >
          <Icon name={ICONS[each]} size={22} />
        </button>
      ))}
    </div>
  );
}
