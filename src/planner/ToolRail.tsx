import { useState } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import type { Atlas } from '../state/atlas.ts';
import { TOOLS, type Tool, takeTool, usePlanning } from '../state/planning.ts';
import { clearSketch } from '../state/sketch.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { copyChosen, removeChosen } from './actions.ts';
import { HelpDialog } from './HelpDialog.tsx';
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
  const [isHelping, setHelping] = useState(false);
  const hasChosen = usePlanning((state) => state.chosenIds.size > 0);
  const tool = usePlanning((state) => state.tool);
  return (
    <fieldset className="plan-rail">
      <legend className="only-read">{t('planner.tools')}</legend>
      {TOOLS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === tool}
          title={t('planner.tool.withKey', { tool: t(`planner.tool.${each}`), key: TOOL_KEYS[each] })}
          aria-label={t(`planner.tool.${each}`)}
          onClick={(event) => {
            clearSketch();
            takeTool(each);
            // pressed with a key: the next key is for the map
            if (event.detail === 0) document.querySelector<HTMLElement>('#map canvas')?.focus();
          }}
        >
          <Icon name={ICONS[each]} size={22} />
        </button>
      ))}
      <hr />
      <RailButton
        icon="copy"
        label={t('planner.action.copy')}
        isIdle={!hasChosen}
        onPress={() => copyChosen(atlas)}
      />
      <RailButton
        icon="trash"
        label={t('planner.action.remove')}
        isIdle={!hasChosen}
        onPress={() => removeChosen(atlas)}
      />
      <RailButton icon="help" label={t('planner.help.title')} onPress={() => setHelping(true)} />
      {isHelping && <HelpDialog onClose={() => setHelping(false)} />}
    </fieldset>
  );
}

function RailButton({
  icon,
  label,
  isIdle = false,
  onPress,
}: {
  icon: IconName;
  label: string;
  isIdle?: boolean;
  onPress: () => void;
}) {
  return (
    <button type="button" title={label} aria-label={label} aria-disabled={isIdle} onClick={onPress}>
      <Icon name={icon} size={22} />
    </button>
  );
}
