import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { fetchJson, Refused } from '#adapters/web/page/fetch-json.ts';
import { t } from '#adapters/web/page/texts.ts';
import { Field, Layout, Notice } from '#adapters/web/page/ui.tsx';
import type { DeskPageData } from './api.ts';

/** Only to pages of ours: the address bar is not to be trusted. */
function whereTo(): string {
  const next = new URLSearchParams(location.search).get('next') ?? '/desk';
  return /^\/(desk|dashboard|kiosk)(\/|$)/.test(next) ? next : '/desk';
}

export function Login({ demoUsers }: { demoUsers: NonNullable<DeskPageData['demoUsers']> }): JSX.Element {
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const signIn = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { name, password } = Object.fromEntries(new FormData(event.currentTarget));
    setBusy(true);
    try {
      await fetchJson('/desk/api/sign-in', { name, password });
      location.assign(whereTo());
    } catch (error) {
      setBusy(false);
      setProblem(error instanceof Refused ? error.message : t('desk.offline'));
    }
  };

  return (
    <Layout title={t('desk.title')}>
      <div class="login">
        <form onSubmit={signIn}>
          <h1>{t('desk.login.title')}</h1>
          {problem && <Notice tone="bad">{problem}</Notice>}
          <Field label={t('desk.login.name')} name="name" autocomplete="username" />
          <Field label={t('desk.login.password')} name="password" type="password" autocomplete="current-password" />
          <button type="submit" aria-busy={isBusy} disabled={isBusy}>
            {t('desk.login.signIn')}
          </button>
        </form>
        {demoUsers.length > 0 && <DemoUsers users={demoUsers} />}
      </div>
    </Layout>
  );
}

const DemoUsers = ({ users }: { users: NonNullable<DeskPageData['demoUsers']> }): JSX.Element => (
  <aside aria-label={t('desk.login.demoUsers')}>
    <h2>{t('desk.login.demoUsers')}</h2>
    <dl class="pairs">
      {users.map(({ name, password, role }) => (
        <div key={name}>
          <dt>{role}</dt>
          <dd>
            <code>{name}</code> · <code>{password}</code>
          </dd>
        </div>
      ))}
    </dl>
  </aside>
);
