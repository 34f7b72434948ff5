import type { TextKey } from '../../i18n/messages.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** What is printed on a key: the same everywhere, or a text in the user's language. */
type Cap = { readonly printed: string } | { readonly named: TextKey };

const KEYS: readonly (readonly [caps: readonly Cap[], does: TextKey])[] = [
  [[{ printed: 'Tab' }], 'keys.do.tab'],
  [[{ named: 'keys.name.arrows' }], 'keys.do.pan'],
  [[{ printed: '+' }, { printed: '−' }], 'keys.do.zoom'],
  [[{ named: 'keys.name.enter' }], 'keys.do.ask'],
  [[{ printed: 'L' }], 'keys.do.list'],
  [[{ named: 'keys.name.arrows' }, { named: 'keys.name.homeEnd' }], 'keys.do.step'],
  [[{ named: 'keys.name.letters' }], 'keys.do.letters'],
  [[{ named: 'keys.name.enter' }], 'keys.do.choose'],
  [[{ named: 'keys.name.escape' }], 'keys.do.leave'],
  [[{ printed: '?' }], 'keys.do.help'],
];

/** Every key that the map answers to, and what else can be done without a mouse. */
export default function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const wordOf = (cap: Cap): string => ('named' in cap ? t(cap.named) : cap.printed);
  return (
    <Dialog title={t('keys.help')} closeLabel={t('app.close')} onClose={onClose}>
      <p>{t('keys.intro')}</p>
      <table className="key-table">
        <thead className="only-read">
          <tr>
            <th scope="col">{t('keys.column.key')}</th>
            <th scope="col">{t('keys.column.does')}</th>
          </tr>
        </thead>
        <tbody>
          {KEYS.map(([caps, does]) => (
            <tr key={does}>
              <th scope="row">
                {caps.map((cap) => (
                  <kbd key={wordOf(cap)}>{wordOf(cap)}</kbd>
                ))}
              </th>
              <td>{t(does)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">{t('keys.instead')}</p>
    </Dialog>
  );
}
