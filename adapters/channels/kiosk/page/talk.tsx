import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fetchJson } from '#adapters/web/page/fetch-json.ts';
import { Notice } from '#adapters/web/page/ui.tsx';
import type { SessionInfo, SlipInfo } from './api.ts';
import { Composer } from './composer.tsx';
import { Farewell, IdleWarning, LinkDialog } from './dialogs.tsx';
import type { Said, Shown } from './frames.ts';
import { type LineState, LiveLine } from './live-line.ts';
import type { Looks } from './looks.ts';
import { type Item, Messages } from './messages.tsx';
import { printSlip } from './print.ts';
import { speak } from './speech.ts';
import { useWatch } from './watch.ts';
import { type PageLanguage, showSeconds, t } from './words.ts';

const WARNING_SECONDS = 60;

interface TalkProps {
  readonly session: SessionInfo;
  readonly looks: Looks;
  readonly language: PageLanguage;
  /** `told` is settled when the server knows, or cannot be told. */
  readonly onOver: (reason: string, told?: Promise<unknown>) => void;
}

/** One citizen's talk. */
export function Talk({ session, looks, language, onOver }: TalkProps): JSX.Element {
  const [items, setItems] = useState<readonly Item[]>([]);
  const [state, setState] = useState<LineState>({ isOpen: false, waiting: 0 });
  /** Something that was said and did not get through. */
  const [problem, setProblem] = useState<string>();
  const [dialog, setDialog] = useState<'link' | 'finish'>();
  const line = useRef<LiveLine | undefined>(undefined);
  const latest = useRef({ looks, onOver });
  latest.current = { looks, onOver };

  useEffect(() => {
    const live = new LiveLine(session.id, {
      onShown: (seq, body) => {
        setItems((before) => [...before, { key: `s${seq}`, isMine: false, body }]);
        if (latest.current.looks.readsAloud) speak(body.text);
      },
      onClear: () => setItems([]),
      onGivenUp: () => setProblem(t('line.notTaken')),
      onState: setState,
      onOver: (reason) => latest.current.onOver(reason),
    });
    line.current = live;
    return () => live.end();
  }, [session.id]);

  const end = (why: 'finished' | 'idle' | 'cut'): void => {
    line.current?.end();
    // Where the line is cut the server ends it by itself.
    const told = why === 'cut' ? undefined : fetchJson(`/kiosk/api/session/${session.id}/end`, { why });
    onOver(why, told);
  };
  const watch = useWatch(
    session.idleMinutes,
    () => line.current?.isActive(),
    () => end('idle'),
  );
  const cutSeconds = useCut(state.isOpen, session.cutMinutes * 60, () => end('cut'));

  const say = (body: Said, shown: Shown): boolean => {
    const what = line.current?.say(body) ?? 'cut';
    setProblem(what === 'taken' ? undefined : t(`line.${what === 'full' ? 'full' : 'notKept'}`));
    if (what === 'taken') setItems((before) => [...before, { key: crypto.randomUUID(), isMine: true, body: shown }]);
    return what === 'taken';
  };
  useLanguageChoice(language, session.language, (chosen) =>
    line.current?.say({ type: 'choice', id: `language/${chosen}` }),
  );

  const codeOf = useSlipCode(session);
  const print = async (text: string): Promise<void> => printSlip(text, session, await codeOf());
  const lastShown = outcomeIn(items);

  return (
    <main class="talk">
      <h1 class="hidden">{t('talk.title')}</h1>
      <div class="status">
        <Line state={state} cutSeconds={cutSeconds} />
        <p class="timer">
          <span>{t('talk.endsIn')}</span> <strong>{showSeconds(watch.secondsLeft)}</strong>
        </p>
        <button type="button" class="secondary" onClick={() => setDialog('link')}>
          {t('talk.goOnAtHome')}
        </button>
        <button type="button" class="finish" onClick={() => setDialog('finish')}>
          {t('talk.finish')}
        </button>
      </div>
      <Messages
        items={items}
        isOpen={state.isOpen}
        onPrint={(text) => void print(text)}
        onChoice={(id, label) => say({ type: 'choice', id }, { text: label })}
      />
      {problem && <Notice tone="bad">{problem}</Notice>}
      <Composer session={session} onSaid={say} />
      {watch.secondsLeft <= WARNING_SECONDS && (
        <IdleWarning seconds={watch.secondsLeft} onStay={watch.touch} onEnd={() => end('finished')} />
      )}
      {dialog === 'link' && <LinkDialog session={session} onClose={() => setDialog(undefined)} />}
      {dialog === 'finish' && (
        <Farewell
          onClose={() => setDialog(undefined)}
          onEnd={() => end('finished')}
          {...(lastShown && { onPrint: () => void print(lastShown) })}
        />
      )}
    </main>
  );
}

/** What came since something was said last: an end may be told in several messages. */
function outcomeIn(items: readonly Item[]): string {
  const shown = items.slice(items.findLastIndex(({ isMine }) => isMine) + 1);
  const last = items.filter(({ isMine }) => !isMine).slice(-1);
  return (shown.length > 0 ? shown : last).map(({ body }) => body.text).join('\n');
}

const Line = ({ state, cutSeconds }: { state: LineState; cutSeconds: number | undefined }): JSX.Element => (
  <p class={`line ${state.isOpen ? 'open' : 'cut'}`} role="status">
    {state.isOpen ? t('line.open') : t('line.cut')}
    {state.waiting > 0 && !state.isOpen && ` ${t('line.waiting', { count: state.waiting })}`}
    {cutSeconds !== undefined && cutSeconds < 60 && ` ${t('line.wipesIn', { seconds: Math.ceil(cutSeconds) })}`}
  </p>
);

/** One code for all slips of a session; without a line they are printed without one. */
function useSlipCode({ id }: SessionInfo): () => Promise<SlipInfo | undefined> {
  const made = useRef<SlipInfo | undefined>(undefined);
  return async () => {
    made.current ??= await fetchJson<{ slip?: SlipInfo }>(`/kiosk/api/session/${id}/slip`, {}).then(
      ({ slip }) => slip,
      () => undefined,
    );
    return made.current;
  };
}

/** Seconds that a cut may still last; absent while there is none. */
function useCut(isOpen: boolean, allowed: number, onTooLong: () => void): number | undefined {
  const [left, setLeft] = useState<number>();
  // With the line's word on the screen and not after it: a sleeping machine that wakes just then must not count on.
  useLayoutEffect(() => {
    if (isOpen) return setLeft(undefined);
    const since = Date.now();
    const timer = setInterval(() => {
      const seconds = allowed - (Date.now() - since) / 1000;
      setLeft(seconds);
      if (seconds <= 0) onTooLong();
    }, 1000);
    return () => clearInterval(timer);
  }, [isOpen]);
  return left;
}

/** The talk follows the page's language, from the first time that it is changed. */
function useLanguageChoice(language: PageLanguage, at: string, onChanged: (language: PageLanguage) => void): void {
  const spoken = useRef(at);
  useEffect(() => {
    if (spoken.current === language) return;
    spoken.current = language;
    onChanged(language);
  }, [language]);
}
