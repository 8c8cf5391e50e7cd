import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fetchJson, Refused, toLogin } from '#adapters/web/page/fetch-json.ts';
import { showNumber, t } from '#adapters/web/page/texts.ts';
import { Layout, Notice, SignOut, Table } from '#adapters/web/page/ui.tsx';
import type { ShownCosts } from './api.ts';

const COLUMNS = [
  'day',
  'channel',
  'provider',
  'department',
  'category',
  'messages',
  'segments',
  'reported',
  'cost',
] as const;

/** What messages cost, by day, department and channel. */
export function Costs(): JSX.Element {
  const [costs, setCosts] = useState<ShownCosts>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    const load = async () => {
      try {
        setCosts(await fetchJson('/dashboard/api/costs'));
        setProblem(undefined);
      } catch (error) {
        if (error instanceof Refused && error.status === 401) return toLogin();
        setProblem(error instanceof Refused ? error.message : t('desk.offline'));
      }
    };
    void load();
  }, []);
  return (
    <Layout
      title={t('desk.costs.title')}
      links={<a href="/dashboard">{t('desk.dashboard.title')}</a>}
      person={<SignOut />}
    >
      <div class="tools">
        <h1>{t('desk.costs.title')}</h1>
        <a href="/dashboard/costs.csv" download="message-costs.csv">
          {t('desk.dashboard.csv')}
        </a>
      </div>
      <p>{t('desk.costs.about')}</p>
      {problem && <Notice tone="bad">{problem}</Notice>}
      {!costs && !problem && <p aria-busy="true">{t('desk.loading')}</p>}
      {costs?.rows.length === 0 && <p class="empty">{t('desk.costs.none')}</p>}
      {costs && costs.rows.length > 0 && <CostTable {...costs} />}
    </Layout>
  );
}

const CostTable = ({ rows, total }: ShownCosts): JSX.Element => (
  <>
    <p>
      <strong>
        {t('desk.costs.total', {
          messages: showNumber(total.messages),
          segments: showNumber(total.segments),
          cost: total.cost,
        })}
      </strong>
    </p>
    <Table label={t('desk.costs.title')} head={COLUMNS.map((column) => t(`desk.costs.columns.${column}`))}>
      {rows.map(({ day, channel, provider, department, category, messages, segments, reportedSegments, cost }) => (
        <tr key={[day, channel, provider, department, category].join('/')}>
          <td>{day}</td>
          <td>{channel}</td>
          <td>{provider}</td>
          <td>{department ?? t('desk.costs.talk')}</td>
          <td>{category ?? ''}</td>
          <td>{showNumber(messages)}</td>
          <td>{segments > 0 ? showNumber(segments) : ''}</td>
          <td>{reportedSegments > 0 ? showNumber(reportedSegments) : ''}</td>
          <td>{segments > 0 ? cost : ''}</td>
        </tr>
      ))}
    </Table>
  </>
);
