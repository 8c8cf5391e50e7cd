import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { fetchJson, Refused } from '#adapters/web/page/fetch-json.ts';
import { Notice } from '#adapters/web/page/ui.tsx';
import type { SessionInfo } from './api.ts';
import { Keyboard } from './keyboard.tsx';
import { pressed } from './layouts.ts';
import { type PageLanguage, t } from './words.ts';

type Way = 'phone' | 'password' | 'code' | 'assisted';

interface StartProps {
  readonly language: PageLanguage;
  readonly ended?: string;
  readonly onBegun: (session: SessionInfo) => void;
  /** The session that is open elsewhere goes on here. */
  readonly onResume: () => Promise<void>;
}

/** Between two citizens: who comes next, and how he agrees. */
export function Start({ language, ended, onBegun, onResume }: StartProps): JSX.Element {
  const [token, setToken] = useState('');
  const [way, setWay] = useState<Way>();
  const why = ended ?? new URLSearchParams(location.search).get('ended') ?? undefined;

  const open = async (by: object): Promise<void> => {
    const kiosk = new URLSearchParams(location.search).get('kiosk') ?? 'K-01';
    const { session } = await fetchJson<{ session: SessionInfo }>('/kiosk/api/session', {
      kiosk,
      language,
      by,
      ...(token !== '' && { queueToken: token }),
    });
    onBegun(session);
  };

  return (
    <main class="start">
      <h1>{t('start.title')}</h1>
      {why && !way && <Notice tone="plain">{t(`ended.${endings.has(why) ? why : 'over'}`)}</Notice>}
      {why === 'replaced' && !way && (
        <button type="button" onClick={() => void onResume().catch(() => undefined)}>
          {t('start.resume')}
        </button>
      )}
      {!way && (
        <>
          <Entry label={t('start.token')} value={token} onValue={setToken} keys="pad" />
          <h2>{t('start.how')}</h2>
          <div class="ways">
            <WayButton onClick={() => setWay('phone')} title={t('start.phone')} about={t('start.phoneAbout')} />
            <WayButton onClick={() => setWay('code')} title={t('start.code')} about={t('start.codeAbout')} />
            <WayButton onClick={() => setWay('assisted')} title={t('start.noPhone')} about={t('start.noPhoneAbout')} />
          </div>
        </>
      )}
      {(way === 'phone' || way === 'password') && (
        <ByPhone language={language} open={open} onBack={() => setWay(undefined)} />
      )}
      {way === 'code' && <ByCode open={open} onBack={() => setWay(undefined)} />}
      {way === 'assisted' && <Assisted open={open} onBack={() => setWay(undefined)} />}
    </main>
  );
}

const endings = new Set(['finished', 'idle', 'cut', 'over', 'replaced', 'signed-out']);

const WayButton = ({ onClick, title, about }: { onClick: () => void; title: string; about: string }): JSX.Element => (
  <button type="button" class="way" onClick={onClick}>
    <strong>{title}</strong>
    <span>{about}</span>
  </button>
);

interface WayProps {
  readonly open: (by: object) => Promise<void>;
  readonly onBack: () => void;
}

function ByPhone({ language, open, onBack }: WayProps & { language: PageLanguage }): JSX.Element {
  const [phone, setPhone] = useState('');
  const [password, setPassword] = useState('');
  const [minutes, setMinutes] = useState<number>();
  const { run, isBusy, problem } = useCall();

  const send = () =>
    run(async () => {
      const sent = await fetchJson<{ minutes: number }>('/kiosk/api/password', { phone, language });
      setMinutes(sent.minutes);
      setPassword('');
    });
  const confirm = () => run(() => open({ how: 'one-time-password', phone, password }));
  const isSent = minutes !== undefined;
  return (
    <Form onSubmit={isSent ? confirm : send} problem={problem}>
      <p class="read-out">{t('notice.phone')}</p>
      {isSent ? (
        <>
          <Notice tone="good">{t('start.sent', { minutes })}</Notice>
          <Entry
            key="password"
            label={t('start.password')}
            value={password}
            onValue={setPassword}
            keys="pad"
            autoFocus
          />
        </>
      ) : (
        <Entry key="phone" label={t('start.number')} value={phone} onValue={setPhone} keys="pad" autoFocus />
      )}
      <Actions onBack={onBack} isBusy={isBusy} label={isSent ? t('start.agree') : t('start.send')}>
        {isSent && (
          <button type="button" class="secondary" disabled={isBusy} onClick={send}>
            {t('start.again')}
          </button>
        )}
      </Actions>
    </Form>
  );
}

function ByCode({ open, onBack }: WayProps): JSX.Element {
  const [code, setCode] = useState('');
  const [hasAgreed, setAgreed] = useState(false);
  const { run, isBusy, problem } = useCall();
  return (
    <Form onSubmit={() => run(() => open({ how: 'link-code', code }))} problem={problem}>
      <p class="read-out">{t('notice.code')}</p>
      <Entry label={t('start.codeFromChat')} value={code} onValue={setCode} keys="code" autoFocus />
      <Agreed isSo={hasAgreed} onChange={setAgreed} />
      <Actions onBack={onBack} isBusy={isBusy} label={t('start.agree')} />
    </Form>
  );
}

function Assisted({ open, onBack }: WayProps): JSX.Element {
  const [hasAgreed, setAgreed] = useState(false);
  const { run, isBusy, problem } = useCall();
  return (
    <Form onSubmit={() => run(() => open({ how: 'assisted' }))} problem={problem}>
      <p class="read-out">{t('notice.assisted')}</p>
      <Agreed isSo={hasAgreed} onChange={setAgreed} />
      <Actions onBack={onBack} isBusy={isBusy} label={t('start.begin')} />
    </Form>
  );
}

/** The operator's word that it was read out. */
const Agreed = ({ isSo, onChange }: { isSo: boolean; onChange: (isSo: boolean) => void }): JSX.Element => (
  <label class="tick">
    <input type="checkbox" checked={isSo} required onChange={() => onChange(!isSo)} />
    <span>{t('start.hasAgreed')}</span>
  </label>
);

/** Runs one call at a time, and keeps the sentence of what went wrong. */
function useCall(): {
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

function Form({ onSubmit, problem, children }: FormProps): JSX.Element {
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

interface ActionsProps {
  readonly onBack: () => void;
  readonly isBusy: boolean;
  readonly label: string;
  readonly children?: unknown;
}

const Actions = ({ onBack, isBusy, label, children }: ActionsProps): JSX.Element => (
  <div class="acts">
    <button type="button" class="secondary" onClick={onBack}>
      {t('start.back')}
    </button>
    {children as JSX.Element}
    <button type="submit" disabled={isBusy} aria-busy={isBusy}>
      {label}
    </button>
  </div>
);

interface EntryProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** On the screen below it, from when it is first touched. */
  readonly keys: 'pad' | 'code';
  readonly autoFocus?: boolean;
}

function Entry({ label, value, onValue, keys, autoFocus = false }: EntryProps): JSX.Element {
  const [isTouched, touch] = useState(autoFocus);
  return (
    <div class="entry">
      <label>
        {label}
        <input
          type="text"
          value={value}
          autocomplete="off"
          inputMode={keys === 'pad' ? 'numeric' : 'text'}
          onFocus={() => touch(true)}
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
