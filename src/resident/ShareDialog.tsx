import { useMemo, useRef, useState } from 'react';
import { encode } from 'uqr';
import { useText } from '../i18n/TextProvider.tsx';
import { Dialog } from '../ui/Dialog.tsx';

type Copied = 'not-yet' | 'copied' | 'refused';

/** The address of exactly what is shown: to copy, to point a phone at, or to put on another website. */
export default function ShareDialog({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const [copied, setCopied] = useState<Copied>('not-yet');
  const field = useRef<HTMLInputElement>(null);
  const address = location.href;
  const embedAddress = new URL(address);
  embedAddress.searchParams.set('embed', '1');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied('copied');
    } catch {
      field.current?.select();
      setCopied('refused');
    }
  };
  return (
    <Dialog title={t('share.title')} closeLabel={t('app.close')} onClose={onClose}>
      <label className="list-filter">
        {t('share.link')}
        <input ref={field} readOnly value={address} onFocus={(event) => event.target.select()} />
      </label>
      <button type="button" className="primary" onClick={copy}>
        {t('share.copy')}
      </button>
      <p role="status">
        {copied === 'copied' && t('share.copied')}
        {copied === 'refused' && t('share.notCopied')}
      </p>
      <QrCode address={address} label={t('share.qr')} />
      <label className="list-filter">
        {t('share.embed')}
        <input
          readOnly
          value={`<iframe src="${embedAddress.href}" width="100%" height="500"></iframe>`}
          onFocus={(event) => event.target.select()}
        />
      </label>
    </Dialog>
  );
}

/** Dark on light in every theme: readers need the contrast that way round. */
function QrCode({ address, label }: { address: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size: side } = encode(address, { border: 2 });
    const squares = data.flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    return { size: side, path: squares.join('') };
  }, [address]);
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width="180"
      height="180"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
