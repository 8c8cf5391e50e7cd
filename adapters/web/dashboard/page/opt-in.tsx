import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { fetchJson, Refused, toLogin } from '#adapters/web/page/fetch-json.ts';
import { t } from '#adapters/web/page/texts.ts';
import { Layout, Notice, SignOut } from '#adapters/web/page/ui.tsx';
import type { OptInShown } from './api.ts';

/** Who doubts that he wanted to be written to: how and when he said so. */
export function OptIns(): JSX.Element {
  const [found, setFound] = useState<readonly OptInShown[]>();
  const [problem, setProblem] = useState<string>();

  const find = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const number = new FormData(event.currentTarget).get('number');
    try {
      setFound((await fetchJson<{ found: readonly OptInShown[] }>('/dashboard/api/opt-in', { number })).found);
      setProblem(undefined);
    } catch (error) {
      if (error instanceof Refused && error.status === 401) return toLogin();
      setProblem(error instanceof Refused ? error.message : t('desk.offline'));
    }
  };
  return (
    <Layout
      title={t('desk.optIn.title')}
      links={<a href="/dashboard">{t('desk.dashboard.title')}</a>}
      person={<SignOut />}
    >
      <h1>{t('desk.optIn.title')}</h1>
      <p>{t('desk.optIn.about')}</p>
      <form class="tools" onSubmit={find}>
        <label>
          {t('desk.optIn.number')}
          <input name="number" type="tel" autocomplete="off" required maxLength={40} />
        </label>
        <button type="submit">{t('desk.optIn.find')}</button>
      </form>
      {problem && <Notice tone="bad">{problem}</Notice>}
      {found?.length === 0 && <p class="empty">{t('desk.optIn.nobody')}</p>}
      {found?.map((each) => (
        <Evidence key={each.at ?? ''} {...each} />
      ))}
    </Layout>
  );
}

function Evidence({ source, at, channel, said, to, shown, version, stopped }: OptInShown): JSX.Element {
  const facts = { at: at?.slice(0, 16).replace('T', ' '), channel, to, said, shown, version };
  return (
    <section class="part">
      <h2>{source === undefined ? t('desk.optIn.never') : t(`desk.optIn.source.${source}`)}</h2>
      {stopped && <Notice tone="wait">{t('desk.optIn.stopped')}</Notice>}
      <dl>
        {Object.entries(facts).map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{t(`desk.optIn.${name}`)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
