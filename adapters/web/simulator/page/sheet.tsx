import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '#adapters/web/page/texts.ts';
import { Icon } from './icons.tsx';

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Comes up from the bottom of the phone, and not over the whole page as the browser's own dialog does. */
export function Sheet({ title, onClose, children }: SheetProps): JSX.Element {
  const sheet = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const opener = document.activeElement;
    sheet.current?.focus();
    return () => {
      // What opened it may be inert until the phone has been drawn without the sheet.
      if (opener instanceof HTMLElement) requestAnimationFrame(() => opener.focus({ preventScroll: true }));
    };
  }, []);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && onClose();
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  return (
    <div class="veil">
      <button type="button" class="outside" tabIndex={-1} aria-hidden="true" onClick={onClose} />
      <div class="sheet" role="dialog" aria-modal="true" aria-labelledby={titleId} tabIndex={-1} ref={sheet}>
        <div class="sheet-head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" class="round" aria-label={t('simulator.close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        <div class="sheet-body">{children}</div>
      </div>
    </div>
  );
}
