import { useEffect, useRef, useState } from 'preact/hooks';

export interface Watch {
  /** Seconds until the session ends by itself. */
  readonly secondsLeft: number;
  /** Somebody is there. */
  readonly touch: () => void;
}

/** The server is told that somebody is there so often, and here the time is up somewhat before it is there. */
const TELL_EVERY_MS = 10_000;
const EARLIER_SECONDS = 15;

/** Counts down while nobody touches anything. */
export function useWatch(idleMinutes: number, onActive: () => void, onIdle: () => void): Watch {
  const touchedAt = useRef(Date.now());
  const toldAt = useRef(Date.now());
  const allowed = idleMinutes * 60 - EARLIER_SECONDS;
  const [secondsLeft, setSecondsLeft] = useState(allowed);

  const touch = (): void => {
    const now = Date.now();
    touchedAt.current = now;
    setSecondsLeft(allowed);
    if (now - toldAt.current < TELL_EVERY_MS) return;
    toldAt.current = now;
    onActive();
  };

  useEffect(() => {
    const count = (): void => {
      const left = allowed - (Date.now() - touchedAt.current) / 1000;
      setSecondsLeft(left);
      if (left <= 0) onIdle();
    };
    const timer = setInterval(count, 1000);
    const events = ['pointerdown', 'keydown'] as const;
    for (const each of events) addEventListener(each, touch);
    return () => {
      clearInterval(timer);
      for (const each of events) removeEventListener(each, touch);
    };
  }, []);
  return { secondsLeft, touch };
}
