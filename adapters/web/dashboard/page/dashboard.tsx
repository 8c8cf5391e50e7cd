import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fetchJson, Refused, toLogin } from '#adapters/web/page/fetch-json.ts';
import { showNumber, t } from '#adapters/web/page/texts.ts';
import { Layout, Notice, SignOut, Table } from '#adapters/web/page/ui.tsx';
import type { Count, ShownFigures } from './api.ts';

const REFRESH_MS = 5000;

/** How the installation does now; asks again every five seconds while somebody looks. */
export function Dashboard(): JSX.Element {
  const [figures, setFigures] = useState<ShownFigures>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    const load = async () => {
      if (document.hidden) return;
      try {
        setFigures(await fetchJson('/dashboard/api/figures'));
        setProblem(undefined);
      } catch (error) {
        if (error instanceof Refused && error.status === 401) return toLogin();
        setProblem(error instanceof Refused ? error.message : t('desk.offline'));
      }
    };
    void load();
    const timer = setInterval(() => void load(), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);

  return (
    <Layout title={t('desk.dashboard.title')} links={<a href="/desk">{t('desk.title')}</a>} person={<SignOut />}>
      <div class="tools">
        <h1>{t('desk.dashboard.title')}</h1>
        <a href="/dashboard/channels">{t('desk.channelLog.title')}</a>
        <a href="/dashboard/costs">{t('desk.costs.title')}</a>
        <a href="/dashboard/opt-in">{t('desk.optIn.title')}</a>
        <a href="/dashboard/kiosks">{t('desk.kiosks.title')}</a>
        <a href="/dashboard/figures.csv" download="figures.csv">
          {t('desk.dashboard.csv')}
        </a>
      </div>
      {problem && <Notice tone="bad">{problem}</Notice>}
      {figures ? <Figures figures={figures} /> : <p aria-busy="true">{t('desk.loading')}</p>}
    </Layout>
  );
}

const Figures = ({ figures }: { figures: ShownFigures }): JSX.Element => (
  <>
    <dl class="tiles">
      <Tile name="inboxWaiting" value={showNumber(figures.inboxWaiting)} />
      <Tile
        name="oldestWaiting"
        value={t('desk.dashboard.seconds', { count: showNumber(figures.oldestWaitingSeconds) })}
      />
      <Tile name="outboxWaiting" value={showNumber(figures.outboxWaiting)} />
      <Tile name="inboxSetAside" value={showNumber(figures.inboxSetAside)} isBad={figures.inboxSetAside > 0} />
      <Tile name="outboxHeld" value={showNumber(figures.outboxHeld)} />
      <Tile name="outboxDead" value={showNumber(figures.outboxDead)} isBad={figures.outboxDead > 0} />
      <Tile name="collected" value={figures.collected} />
    </dl>
    <div class="charts">
      <Bars name="applicationsByStatus" counts={figures.applicationsByStatus} />
      <Bars name="applicationsByService" counts={figures.applicationsByService} />
      <Bars name="paymentsByStatus" counts={figures.paymentsByStatus} />
    </div>
  </>
);

const Tile = ({ name, value, isBad = false }: { name: string; value: string; isBad?: boolean }): JSX.Element => (
  <div class={isBad ? 'tile bad' : 'tile'}>
    <dt>{t(`desk.dashboard.${name}`)}</dt>
    <dd>{value}</dd>
  </div>
);

/** A table with the bar drawn in it: the number is read, the bar is only seen. */
function Bars({ name, counts }: { name: string; counts: readonly Count[] }): JSX.Element {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const title = t(`desk.dashboard.${name}`);
  return (
    <div class="part">
      <h2>{title}</h2>
      {counts.length === 0 && <p class="empty">{t('desk.dashboard.none')}</p>}
      {counts.length > 0 && (
        <Table label={title} head={[t('desk.dashboard.of'), t('desk.dashboard.count')]}>
          {counts.map(({ name: of, count }) => (
            <tr key={of}>
              <th scope="row">{of}</th>
              <td class="bar-cell">
                <progress value={count} max={most} aria-hidden="true" />
                <span>{showNumber(count)}</span>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </div>
  );
}
