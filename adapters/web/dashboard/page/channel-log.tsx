import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fetchJson, Refused, toLogin } from '#adapters/web/page/fetch-json.ts';
import { pageData } from '#adapters/web/page/page-data.ts';
import { showNumber, t } from '#adapters/web/page/texts.ts';
import { Layout, Notice, SignOut, Table } from '#adapters/web/page/ui.tsx';
import type { ShownEntry } from './api.ts';

interface LogPageData {
  readonly language: string;
  readonly channels: readonly string[];
  readonly events: readonly string[];
}

const COLUMNS = ['at', 'channel', 'provider', 'event', 'what', 'code', 'took', 'who', 'message'] as const;

/** What came and went; one person or one message is followed by a click on it. */
export function ChannelLog(): JSX.Element {
  const { channels, events } = pageData<LogPageData>();
  const [filter, setFilter] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(new URLSearchParams(location.search)),
  );
  const [entries, setEntries] = useState<readonly ShownEntry[]>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    const query = new URLSearchParams(filter);
    history.replaceState(null, '', `?${query}`);
    const load = async () => {
      try {
        const found = await fetchJson<{ entries: readonly ShownEntry[] }>(`/dashboard/api/channels?${query}`);
        setEntries(found.entries);
        setProblem(undefined);
      } catch (error) {
        if (error instanceof Refused && error.status === 401) return toLogin();
        setProblem(error instanceof Refused ? error.message : t('desk.offline'));
      }
    };
    void load();
  }, [filter]);

  const set = (name: string, value: string) => setFilter({ ...filter, [name]: value, before: '' });
  const last = entries?.at(-1);
  return (
    <Layout
      title={t('desk.channelLog.title')}
      links={<a href="/dashboard">{t('desk.dashboard.title')}</a>}
      person={<SignOut />}
    >
      <h1>{t('desk.channelLog.title')}</h1>
      <p>{t('desk.channelLog.about')}</p>
      <div class="tools">
        <Pick name="channel" values={channels} value={filter.channel} onPick={set} />
        <Pick name="event" values={events} value={filter.event} onPick={set} />
        {(filter.who || filter.message || filter.before) && (
          <button type="button" onClick={() => setFilter({})}>
            {t('desk.channelLog.all')}
          </button>
        )}
      </div>
      {problem && <Notice tone="bad">{problem}</Notice>}
      {!entries && !problem && <p aria-busy="true">{t('desk.loading')}</p>}
      {entries?.length === 0 && <p class="empty">{t('desk.dashboard.none')}</p>}
      {entries && entries.length > 0 && (
        <Table label={t('desk.channelLog.title')} head={COLUMNS.map((name) => t(`desk.channelLog.${name}`))}>
          {entries.map((entry, at) => (
            <Line key={`${entry.at}/${at}`} entry={entry} onFollow={set} />
          ))}
        </Table>
      )}
      {last && (
        <button type="button" onClick={() => setFilter({ ...filter, before: last.at })}>
          {t('desk.channelLog.older')}
        </button>
      )}
    </Layout>
  );
}

interface PickProps {
  readonly name: string;
  readonly values: readonly string[];
  readonly value: string | undefined;
  readonly onPick: (name: string, value: string) => void;
}

const Pick = ({ name, values, value = '', onPick }: PickProps): JSX.Element => (
  <label>
    {t(`desk.channelLog.${name}`)}
    <select value={value} onChange={({ currentTarget }) => onPick(name, currentTarget.value)}>
      <option value="">{t('desk.channelLog.any')}</option>
      {values.map((each) => (
        <option key={each} value={each}>
          {each}
        </option>
      ))}
    </select>
  </label>
);

function Line({ entry, onFollow }: { entry: ShownEntry; onFollow: PickProps['onPick'] }): JSX.Element {
  const { at, channel, provider, event, what, code, milliseconds, who, message } = entry;
  return (
    <tr>
      <td>
        <time dateTime={at}>{at.slice(0, 19).replace('T', ' ')}</time>
      </td>
      <td>{channel}</td>
      <td>{provider}</td>
      <td>{event}</td>
      <td>{what}</td>
      <td>{code}</td>
      <td>{milliseconds !== undefined && t('desk.channelLog.milliseconds', { count: showNumber(milliseconds) })}</td>
      <td>{who && <Follow name="who" value={who} onFollow={onFollow} />}</td>
      <td>{message && <Follow name="message" value={message} onFollow={onFollow} />}</td>
    </tr>
  );
}

const Follow = (props: { name: string; value: string; onFollow: PickProps['onPick'] }): JSX.Element => (
  <button type="button" class="link" onClick={() => props.onFollow(props.name, props.value)}>
    {props.value.slice(-12)}
  </button>
);
