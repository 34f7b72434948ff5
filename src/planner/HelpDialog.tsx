import { useText } from '../i18n/TextProvider.tsx';
import { TOOLS } from '../state/planning.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { TOOL_KEYS } from './keys.ts';

const OTHER_KEYS = [
  'enter',
  'arrows',
  'turn',
  'corner',
  'remove',
  'copy',
  'undo',
  'escape',
  'alt',
  'shift',
] as const;

/** Every key of the map, in one list. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  return (
    <Dialog title={t('planner.help.title')} closeLabel={t('app.close')} onClose={onClose}>
      <p>{t('planner.help.where')}</p>
      <dl className="plan-keys">
        {TOOLS.map((tool) => (
          <div key={tool}>
            <dt>
              <kbd>{TOOL_KEYS[tool]}</kbd>
            </dt>
            <dd>{t(`planner.tool.${tool}`)}</dd>
          </div>
        ))}
        {OTHER_KEYS.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{t(`planner.key.${key}`)}</kbd>
            </dt>
            <dd>{t(`planner.help.${key}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
