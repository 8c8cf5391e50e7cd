import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { fetchJson } from './fetch-json.ts';
import { pageData } from './page-data.ts';
import { t } from './texts.ts';

/** The frame of every page behind the login. */
export function Layout({ title, links, person, children }: LayoutProps): JSX.Element {
  return (
    <>
      <a class="skip" href="#main">
        {t('desk.skip')}
      </a>
      <header class="bar">
        <a class="brand" href="/">
          <span class="mark" aria-hidden="true">
            एक
          </span>
          {title}
        </a>
        <nav aria-label={t('desk.places')}>{links}</nav>
        <div class="person">
          {person}
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

interface LayoutProps {
  readonly title: string;
  readonly links?: ComponentChildren;
  readonly person?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** One link, in the other language's own name. */
export function LanguageSwitch(): JSX.Element {
  const other = pageData().language === 'hi' ? { lang: 'en', name: 'English' } : { lang: 'hi', name: 'हिन्दी' };
  const query = new URLSearchParams(location.search);
  query.set('lang', other.lang);
  return (
    <a href={`?${query}`} lang={other.lang} hreflang={other.lang}>
      {other.name}
    </a>
  );
}

export function SignOut(): JSX.Element {
  const signOut = async () => {
    await fetchJson('/desk/api/sign-out', {}).catch(() => undefined);
    location.assign('/desk/login');
  };
  return (
    <button type="button" class="link" onClick={signOut}>
      {t('desk.signOut')}
    </button>
  );
}

export type Tone = 'plain' | 'good' | 'bad' | 'wait';

export const Badge = ({ tone, children }: { tone: Tone; children: ComponentChildren }): JSX.Element => (
  <span class={`badge ${tone}`}>{children}</span>
);

/** Says something that happened; screen readers speak it. */
export const Notice = ({ tone, children }: { tone: Tone; children: ComponentChildren }): JSX.Element => (
  <div class={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
    {children}
  </div>
);

/** A text field; the login is the only form of short fields. */
export const Field = ({ label, name, type, autocomplete }: FieldProps): JSX.Element => (
  <div>
    <label for={name}>{label}</label>
    {type === 'password' ? (
      <input id={name} name={name} type="password" required autocomplete={autocomplete} />
    ) : (
      <input id={name} name={name} type="text" required autocomplete={autocomplete} />
    )}
  </div>
);

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly type?: 'text' | 'password';
  readonly autocomplete: 'username' | 'current-password' | 'off';
}

/** A table that scrolls by itself on a narrow screen instead of moving the whole page. */
export const Table = ({ label, head, children }: TableProps): JSX.Element => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  <section class="scroll" aria-label={label} tabIndex={0}>
    <table>
      <thead>
        <tr>
          {head.map((title) => (
            <th scope="col" key={title}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </section>
);

interface TableProps {
  readonly label: string;
  readonly head: readonly string[];
  readonly children: ComponentChildren;
}

/** The browser's own dialog: it keeps the focus inside and closes on Escape. */
export function Dialog({ title, onClose, children }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the next key can be pressed, so that it goes to the dialog.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="dialog-title">
      <article class="box">
        <h2 id="dialog-title">{title}</h2>
        {children}
      </article>
    </dialog>
  );
}

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}
