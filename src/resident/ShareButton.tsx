import { lazy, Suspense, useState } from 'react';
import { useText } from '../i18n/TextProvider.tsx';

const ShareDialog = lazy(() => import('./ShareDialog.tsx'));

export function ShareButton() {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="tool" onClick={() => setOpen(true)}>
        {t('share.open')}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ShareDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
