import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fetchJson, Refused, toLogin } from '#adapters/web/page/fetch-json.ts';
import { pageData } from '#adapters/web/page/page-data.ts';
import { showNumber, t } from '#adapters/web/page/texts.ts';
import { Layout, Notice, SignOut, Table } from '#adapters/web/page/ui.tsx';
import type { ShownEntries, ShownEntry } from './api.ts';

interface LogPageData {
  readonly language: string;
  readonly channels: readonly string[];
  readonly events: readonly string[];
  readonly departments: readonly { readonly id: string; readonly name: string }[];
}

const COLUMNS = [
  ...(['at', 'channel', 'provider', 'event', 'department', 'what', 'code', 'took', 'who', 'message'] as const),
];

type Filter = Readonly<Record<string, string>>;

/** What came and went; one person or one message is followed by a click on it. */
export function ChannelLog(): JSX.Element {
  const { channels, events, departments } = pageData<LogPageData>();
  const [filter, setFilter] = useState<Filter>(() => Object.fromEntries(new URLSearchParams(location.search)));
  /** Where the pages before this one began. */
  const [before, setBefore] = useState<readonly string[]>([]);
  const [entries, setEntries] = useState<readonly ShownEntry[]>();
  const [hasOlder, setHasOlder] = useState(false);
  const [problem, setProblem] = useState<string>();
  const query = new URLSearchParams(filter);

  useEffect(() => {
    history.replaceState(null, '', `?${query}`);
    const load = async () => {
      try {
        const found = await fetchJson<ShownEntries>(`/dashboard/api/channels?${query}`);
        setEntries(found.entries);
        setHasOlder(found.hasOlder);
        setProblem(undefined);
      } catch (error) {
        if (error instanceof Refused && error.status === 401) return toLogin();
        setProblem(error instanceof Refused ? error.message : t('desk.offline'));
      }
    };
    void load();
  }, [filter]);

  const set = (name: string, value: string) => {
    const { older: _begun, [name]: _old, ...rest } = filter;
    setBefore([]);
    setFilter(value === '' ? rest : { ...rest, [name]: value });
  };
  /** All that there is of one person or one message, whatever was looked for before. */
  const follow = (name: string, value: string) => {
    setBefore([]);
    setFilter({ [name]: value });
  };
  const turn = (older: string, pages: readonly string[]) => {
    setBefore(pages);
    setFilter({ ...filter, older });
  };
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
        <Pick name="channel" values={channels.map(plain)} value={filter.channel} onPick={set} />
        <Pick name="event" values={events.map(eventOf)} value={filter.event} onPick={set} />
        <Pick name="outcome" values={[outcome]} value={filter.outcome} onPick={set} />
        <Pick name="department" values={departments} value={filter.department} onPick={set} />
        <Moment name="from" value={filter.from} onPick={set} />
        <Moment name="until" value={filter.until} onPick={set} />
      </div>
      <div class="tools">
        {[...query.keys()].length > 0 && (
          <button
            type="button"
            onClick={() => {
              setBefore([]);
              setFilter({});
            }}
          >
            {t('desk.channelLog.all')}
          </button>
        )}
        <a href={`/dashboard/channels.csv?${query}`} download="channel-log.csv">
          {t('desk.dashboard.csv')}
        </a>
      </div>
      {problem && <Notice tone="bad">{problem}</Notice>}
      {!entries && !problem && <p aria-busy="true">{t('desk.loading')}</p>}
      {entries?.length === 0 && <p class="empty">{t('desk.dashboard.none')}</p>}
      {entries && entries.length > 0 && (
        <Table label={t('desk.channelLog.title')} head={COLUMNS.map((name) => t(`desk.channelLog.${name}`))}>
          {entries.map((entry) => (
            <Line key={entry.position} entry={entry} onFollow={follow} />
          ))}
        </Table>
      )}
      <div class="tools">
        {filter.older && (
          <button type="button" onClick={() => turn(before.at(-1) ?? '', before.slice(0, -1))}>
            {t('desk.channelLog.newer')}
          </button>
        )}
        {last && hasOlder && (
          <button type="button" onClick={() => turn(`${last.at}~${last.position}`, [...before, filter.older ?? ''])}>
            {t('desk.channelLog.older')}
          </button>
        )}
      </div>
    </Layout>
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const plain = (id: string): Named => ({ id, name: id });
const eventOf = (id: string): Named => ({ id, name: t(`desk.channelLog.events.${id}`) });
const outcome: Named = { id: 'wrong', name: t('desk.channelLog.wrong') };

interface FieldProps {
  readonly name: string;
  readonly value: string | undefined;
  readonly onPick: (name: string, value: string) => void;
}

const Pick = ({
  name,
  values,
  value = '',
  onPick,
}: FieldProps & { readonly values: readonly Named[] }): JSX.Element => (
  <label>
    {t(`desk.channelLog.${name}`)}
    <select value={value} onChange={({ currentTarget }) => onPick(name, currentTarget.value)}>
      <option value="">{t('desk.channelLog.any')}</option>
      {values.map((each) => (
        <option key={each.id} value={each.id}>
          {each.name}
        </option>
      ))}
    </select>
  </label>
);

/** A moment by the clock of India, wherever the browser is. */
const Moment = ({ name, value, onPick }: FieldProps): JSX.Element => (
  <label>
    {t(`desk.channelLog.${name}`)}
    <input
      type="datetime-local"
      value={value ? inIndia(value).slice(0, 16).replace(' ', 'T') : ''}
      onChange={({ currentTarget }) =>
        onPick(name, currentTarget.value && new Date(`${currentTarget.value}+05:30`).toISOString())
      }
    />
  </label>
);

/** Sweden writes days and times as they sort. */
const inIndia = (at: string): string => new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Kolkata' });

function Line({ entry, onFollow }: { entry: ShownEntry; onFollow: FieldProps['onPick'] }): JSX.Element {
  const { at, channel, provider, event, department, what, segments, code, milliseconds, who, message } = entry;
  return (
    <tr>
      <td>
        <time dateTime={at}>{inIndia(at)}</time>
      </td>
      <td>{channel}</td>
      <td>{provider}</td>
      <td>{t(`desk.channelLog.events.${event}`)}</td>
      <td>{department}</td>
      <td>
        {what}
        {segments !== undefined && ` ${t('desk.channelLog.segments', { count: showNumber(segments) })}`}
      </td>
      <td>{code}</td>
      <td>{milliseconds !== undefined && t('desk.channelLog.milliseconds', { count: showNumber(milliseconds) })}</td>
      <td>{who && <Follow name="who" value={who} onFollow={onFollow} />}</td>
      <td>{message && <Follow name="message" value={message} onFollow={onFollow} />}</td>
    </tr>
  );
}

const Follow = (props: { name: string; value: string; onFollow: FieldProps['onPick'] }): JSX.Element => (
  <button type="button" class="link" onClick={() => props.onFollow(props.name, props.value)}>
    {props.value.slice(-12)}
  </button>
);
