import { useLayoutEffect, useRef } from 'preact/hooks';

export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

const STORED_AS = 'shortcuts';

/** Single keys can hinder people who speak to their computer; they can be switched off. */
export const areShortcutsOn = (): boolean => localStorage.getItem(STORED_AS) !== 'off';
export const switchShortcuts = (on: boolean): void => localStorage.setItem(STORED_AS, on ? 'on' : 'off');

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog[open]') !== null;

/** Runs what a single key stands for, unless the person is typing or a dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  // With the page itself, not after it was painted: whoever sees it may press a key at once.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !areShortcutsOn()) return;
      const run = latest.current[event.key];
      if (!run || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
