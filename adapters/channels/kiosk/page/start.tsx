import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fetchJson } from '#adapters/web/page/fetch-json.ts';
import { Notice } from '#adapters/web/page/ui.tsx';
import type { SessionInfo } from './api.ts';
import { deviceProof } from './device.ts';
import { Entry, Form, useCall } from './entry.tsx';
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
    const { session } = await fetchJson<{ session: SessionInfo }>('/kiosk/api/session', {
      device: await deviceProof(),
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
          <Entry label={t('start.token')} value={token} onValue={setToken} keys="pad" autoFocus isAlone={false} />
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

const endings = new Set(['finished', 'idle', 'cut', 'over', 'replaced', 'signed-out', 'disabled']);

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
    <input
      type="checkbox"
      checked={isSo}
      required
      ref={(box) => {
        if (box && document.activeElement === document.body) box.focus();
      }}
      onChange={() => onChange(!isSo)}
    />
    <span>{t('start.hasAgreed')}</span>
  </label>
);

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
