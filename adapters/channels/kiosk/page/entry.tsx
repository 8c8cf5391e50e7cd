import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { Refused } from '#adapters/web/page/fetch-json.ts';
import { Notice } from '#adapters/web/page/ui.tsx';
import { Keyboard } from './keyboard.tsx';
import { pressed } from './layouts.ts';
import { t } from './words.ts';

/** Runs one call at a time, and keeps the sentence of what went wrong. */
export function useCall(): {
  run: (call: () => Promise<void>) => Promise<void>;
  isBusy: boolean;
  problem: string | undefined;
} {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const run = async (call: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await call();
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : t('offline'));
    } finally {
      setBusy(false);
    }
  };
  return { run, isBusy, problem };
}

interface FormProps {
  readonly onSubmit: () => Promise<void>;
  readonly problem: string | undefined;
  readonly children: unknown;
}

export function Form({ onSubmit, problem, children }: FormProps): JSX.Element {
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void onSubmit();
  };
  return (
    <form class="consent" onSubmit={submit}>
      {children as JSX.Element}
      {problem && <Notice tone="bad">{problem}</Notice>}
    </form>
  );
}

interface EntryProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** On the screen below it, from when it is first touched by a finger. */
  readonly keys: 'pad' | 'code';
  readonly autoFocus?: boolean;
  /** Nothing else is to be done here, so the keys are there from the first. */
  readonly isAlone?: boolean;
}

export function Entry({
  label,
  value,
  onValue,
  keys,
  autoFocus = false,
  isAlone = autoFocus,
}: EntryProps): JSX.Element {
  const [isTouched, touch] = useState(isAlone);
  return (
    <div class="entry">
      <label>
        {label}
        <input
          type="text"
          value={value}
          autocomplete="off"
          inputMode={keys === 'pad' ? 'numeric' : 'text'}
          onPointerDown={() => touch(true)}
          ref={(field) => {
            if (autoFocus && field && document.activeElement === document.body) field.focus();
          }}
          onInput={({ currentTarget }) => onValue(currentTarget.value)}
        />
      </label>
      {isTouched && <Keyboard only={keys} onKey={(key) => onValue(pressed(value, key))} />}
    </div>
  );
}
