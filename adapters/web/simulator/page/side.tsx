import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { pageData } from '#adapters/web/page/page-data.ts';
import { t } from '#adapters/web/page/texts.ts';
import type { Mishap, PhoneKind, SimulatorPageData } from './api.ts';
import { type Holders, initialOf, nameOf, showUser } from './holders.ts';
import { Icon } from './icons.tsx';
import type { HeldPhone } from './phone.ts';

const { bills, phones, language, mishaps } = pageData<SimulatorPageData>();
const examples = ['birth', 'tax', 'garbage', 'water', 'pension', 'status'] as const;

interface SideProps {
  readonly holders: Holders;
  readonly unread: Readonly<Record<string, number>>;
  /** Puts a text into the message field. */
  readonly onWrite: (text: string) => void;
  readonly onDone: () => void;
  /** The phones that are on the page. */
  readonly shown: readonly HeldPhone[];
}

/** What stands beside the phone, and in a sheet where there is no room beside it. */
export const Side = ({ holders, unread, onWrite, onDone, shown }: SideProps): JSX.Element => (
  <>
    <div class="side-head">
      <h2>{t('simulator.side.title')}</h2>
      <Switches holders={holders} />
    </div>
    <p class="lead">{t('simulator.side.lead')}</p>

    <h3>{t('simulator.try')}</h3>
    <p>{t('simulator.tryAbout')}</p>
    <div class="examples">
      {examples.map((id) => (
        <button type="button" key={id} class="example" onClick={() => onWrite(t(`simulator.examples.${id}`))}>
          {t(`simulator.examples.${id}`)}
        </button>
      ))}
    </div>

    <h3>{t('simulator.holders')}</h3>
    <People holders={holders} unread={unread} onDone={onDone} />

    {bills.length > 0 && (
      <>
        <h3>{t('simulator.billsTitle')}</h3>
        <p>{t('simulator.billsAbout')}</p>
        <dl class="bills">
          {bills.map(({ label, accounts }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {accounts.map((account) => (
                  <button type="button" key={account} class="account" onClick={() => onWrite(account)}>
                    {account}
                  </button>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </>
    )}

    <Mishaps shown={shown} />

    <h3>{t('simulator.deskTitle')}</h3>
    <p>{t('simulator.deskAbout')}</p>
    <p class="ways">
      <a class="way" href="/desk" target="_blank" rel="noopener">
        {t('simulator.desk')}
        <Icon name="open" />
      </a>
      <a class="way" href="/kiosk" target="_blank" rel="noopener">
        {t('simulator.kiosk')}
        <Icon name="open" />
      </a>
      <a href="/">{t('simulator.home')}</a>
    </p>
  </>
);

function Switches({ holders: { kind, take } }: { holders: Holders }): JSX.Element {
  const other = language === 'hi' ? { lang: 'en', name: 'English' } : { lang: 'hi', name: 'हिन्दी' };
  return (
    <div class="switches">
      {phones.length > 1 && (
        <fieldset class="filter">
          <legend>{t('simulator.phones')}</legend>
          {phones.map((each) => (
            <button type="button" key={each} class="pick" aria-pressed={each === kind} onClick={() => take(each)}>
              {t(`simulator.phone.${each}`)}
            </button>
          ))}
        </fieldset>
      )}
      <a href={`?lang=${other.lang}`} lang={other.lang} hreflang={other.lang} onClick={keepTalk}>
        {other.name}
      </a>
    </div>
  );
}

/** A link by a query alone would lose the talk, which stands behind the #. */
const keepTalk = ({ currentTarget }: { currentTarget: HTMLAnchorElement }): void => {
  currentTarget.hash = location.hash;
};

/** What befalls the next message to a phone, to see what becomes of it then. */
function Mishaps({ shown }: Pick<SideProps, 'shown'>): JSX.Element {
  const [told, setTold] = useState<{ readonly kind: PhoneKind; readonly how: Mishap }>();
  return (
    <>
      <h3>{t('simulator.mishaps.title')}</h3>
      <p>{t('simulator.mishaps.about')}</p>
      <dl class="bills">
        {shown.map(({ kind, act }) => (
          <div key={kind}>
            <dt>{t(`simulator.phone.${kind}`)}</dt>
            <dd>
              {(mishaps[kind] ?? []).map((how) => (
                <button
                  type="button"
                  key={how}
                  class="account"
                  onClick={() => {
                    act({ type: 'fail', how });
                    setTold({ kind, how });
                  }}
                >
                  {t(`simulator.mishaps.${how}`)}
                </button>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p role="status">
        {told &&
          shown.some(({ kind }) => kind === told.kind) &&
          t('simulator.mishaps.told', {
            phone: t(`simulator.phone.${told.kind}`),
            how: t(`simulator.mishaps.${told.how}`),
          })}
      </p>
    </>
  );
}

function People({ holders, unread, onDone }: Pick<SideProps, 'holders' | 'unread' | 'onDone'>): JSX.Element {
  const done = (what: () => void) => () => {
    what();
    onDone();
  };
  return (
    <ul class="people">
      {holders.users.map((user) => (
        <li key={user}>
          <button
            type="button"
            class="holder"
            aria-pressed={user === holders.user}
            onClick={done(() => holders.hold(user))}
          >
            <span class="initial" aria-hidden="true">
              {initialOf(user)}
            </span>
            <span class="holder-about">
              <strong>{nameOf(user)}</strong>
              <span>{showUser(user)}</span>
            </span>
            {unread[user] !== undefined && user !== holders.user && (
              <span class="unread">
                <span class="hidden">{t('simulator.unread', { count: unread[user] })}</span>
                <span aria-hidden="true">{unread[user]}</span>
              </span>
            )}
          </button>
        </li>
      ))}
      <li>
        <button type="button" class="holder anew" onClick={done(() => holders.holdAnew(false))}>
          <Icon name="person" />
          {t('simulator.newPerson')}
        </button>
      </li>
      {holders.kind === 'whatsapp' && (
        <li>
          <button type="button" class="holder anew" onClick={done(() => holders.holdAnew(true))}>
            <Icon name="person" />
            {t('simulator.newHidden')}
          </button>
        </li>
      )}
    </ul>
  );
}
