import type { JSX } from 'preact';
import { fetchJson } from '#adapters/web/page/fetch-json.ts';
import type { KioskInfo, SessionInfo } from './api.ts';
import type { Looks } from './looks.ts';
import { canSpeak } from './speech.ts';
import { kioskLanguages, operatorName, type PageLanguage, t } from './words.ts';

interface BarProps {
  readonly language: PageLanguage;
  readonly onLanguage: (language: PageLanguage) => void;
  readonly looks: Looks;
  readonly onLooks: (looks: Looks) => void;
  readonly kiosk?: KioskInfo;
  readonly session?: SessionInfo;
}

/** The operator's strip: who helps whom, and how the screen looks. */
export function Bar({ language, onLanguage, looks, onLooks, kiosk, session }: BarProps): JSX.Element {
  const toggle = (name: keyof Looks) => (): void => onLooks({ ...looks, [name]: !looks[name] });
  return (
    <header class="strip">
      <p class="who">
        <span class="mark" aria-hidden="true">
          एक
        </span>
        <span>
          <strong>{t('title')}</strong>
          <small>
            {t('strip.operator', { name: operatorName })}
            {kiosk && ` · ${kiosk.id}, ${kiosk.place}`}
          </small>
        </span>
      </p>
      {session?.queueToken && <p class="token">{t('strip.token', { token: session.queueToken })}</p>}
      <div class="switches">
        {kioskLanguages
          .filter(({ code }) => code !== language)
          .map(({ code, name }) => (
            <button type="button" class="switch" key={code} lang={code} onClick={() => onLanguage(code)}>
              {name}
            </button>
          ))}
        <Switch isOn={looks.isBig} onToggle={toggle('isBig')}>
          {t('strip.big')}
        </Switch>
        <Switch isOn={looks.isHighContrast} onToggle={toggle('isHighContrast')}>
          {t('strip.contrast')}
        </Switch>
        {canSpeak() && (
          <Switch isOn={looks.readsAloud} onToggle={toggle('readsAloud')}>
            {t('strip.aloud')}
          </Switch>
        )}
        {!session && (
          <button type="button" class="switch" onClick={() => void signOut()}>
            {t('strip.signOut')}
          </button>
        )}
      </div>
    </header>
  );
}

/** Between two citizens only: who helps somebody finishes first. */
async function signOut(): Promise<void> {
  await fetchJson('/desk/api/sign-out', {}).catch(() => undefined);
  location.assign('/desk/login?next=/kiosk');
}

const Switch = ({
  isOn,
  onToggle,
  children,
}: {
  isOn: boolean;
  onToggle: () => void;
  children: string;
}): JSX.Element => (
  <button type="button" class="switch" aria-pressed={isOn} onClick={onToggle}>
    {children}
  </button>
);
