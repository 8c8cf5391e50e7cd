import type { JSX, TargetedSubmitEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fetchJson, Refused, toLogin } from '#adapters/web/page/fetch-json.ts';
import { showMoment, t } from '#adapters/web/page/texts.ts';
import { Badge, Layout, Notice, SignOut, Table, type Tone } from '#adapters/web/page/ui.tsx';
import type { ShownCode, ShownKiosk } from './api.ts';

const REFRESH_MS = 5000;
const COLUMNS = ['kiosk', 'place', 'state', 'seen', 'act'] as const;
const TONES: Readonly<Record<ShownKiosk['state'], Tone>> = { awaited: 'wait', enrolled: 'good', disabled: 'bad' };

/** Where kiosks stand and whether they serve. One that is stolen or misused is closed here at once. */
export function Kiosks(): JSX.Element {
  const [kiosks, setKiosks] = useState<readonly ShownKiosk[]>();
  const [made, setMade] = useState<ShownCode & { readonly id: string }>();
  const [problem, setProblem] = useState<string>();

  const run = async (call: () => Promise<void>): Promise<void> => {
    try {
      await call();
      setProblem(undefined);
    } catch (error) {
      if (error instanceof Refused && error.status === 401) return toLogin();
      setProblem(error instanceof Refused ? error.message : t('desk.offline'));
    }
  };
  const load = () => run(async () => setKiosks((await fetchJson<Found>('/dashboard/api/kiosks')).kiosks));
  const change = (id: string, how: 'disable' | 'enable') =>
    run(async () => setKiosks((await fetchJson<Found>(`/dashboard/api/kiosks/${id}/${how}`, {})).kiosks));
  const expect = (id: string, place: string) =>
    run(async () => {
      const code = await fetchJson<ShownCode>('/dashboard/api/kiosks', { id, place });
      setMade({ ...code, id });
      await load();
    });
  useEffect(() => {
    void load();
    const timer = setInterval(() => !document.hidden && void load(), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);

  return (
    <Layout
      title={t('desk.kiosks.title')}
      links={<a href="/dashboard">{t('desk.dashboard.title')}</a>}
      person={<SignOut />}
    >
      <h1>{t('desk.kiosks.title')}</h1>
      <p>{t('desk.kiosks.about')}</p>
      {problem && <Notice tone="bad">{problem}</Notice>}
      {made && (
        <Notice tone="good">
          <p>{t('desk.kiosks.made', { kiosk: made.id, until: showMoment(made.until) })}</p>
          <p>
            <strong class="enrolment-code">{made.code}</strong>
          </p>
        </Notice>
      )}
      {!kiosks && !problem && <p aria-busy="true">{t('desk.loading')}</p>}
      {kiosks?.length === 0 && <p class="empty">{t('desk.kiosks.none')}</p>}
      {kiosks && kiosks.length > 0 && (
        <Table label={t('desk.kiosks.title')} head={COLUMNS.map((name) => t(`desk.kiosks.${name}`))}>
          {kiosks.map((kiosk) => (
            <Line key={kiosk.id} kiosk={kiosk} onChange={change} onExpect={expect} />
          ))}
        </Table>
      )}
      <h2>{t('desk.kiosks.another')}</h2>
      <NewKiosk onExpect={expect} />
    </Layout>
  );
}

interface Found {
  readonly kiosks: readonly ShownKiosk[];
}

interface LineProps {
  readonly kiosk: ShownKiosk;
  readonly onChange: (id: string, how: 'disable' | 'enable') => Promise<void>;
  readonly onExpect: (id: string, place: string) => Promise<void>;
}

function Line({ kiosk: { id, place, state, seenAt }, onChange, onExpect }: LineProps): JSX.Element {
  const how = state === 'disabled' ? 'enable' : 'disable';
  return (
    <tr>
      <th scope="row">{id}</th>
      <td>{place}</td>
      <td>
        <Badge tone={TONES[state]}>{t(`desk.kiosks.states.${state}`)}</Badge>
      </td>
      <td>{seenAt ? <time dateTime={seenAt}>{showMoment(seenAt)}</time> : t('desk.kiosks.never')}</td>
      <td>
        <div class="tools">
          <button
            type="button"
            onClick={() => void onChange(id, how)}
            aria-label={t(`desk.kiosks.${how}Which`, { kiosk: id })}
          >
            {t(`desk.kiosks.${how}`)}
          </button>
          {state !== 'disabled' && (
            <button
              type="button"
              class="secondary"
              onClick={() => void onExpect(id, place)}
              aria-label={t('desk.kiosks.newCodeWhich', { kiosk: id })}
            >
              {t('desk.kiosks.newCode')}
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}

function NewKiosk({ onExpect }: Pick<LineProps, 'onExpect'>): JSX.Element {
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    await onExpect(String(given.get('id')).trim().toUpperCase(), String(given.get('place')).trim());
    form.reset();
  };
  return (
    <form class="tools" onSubmit={submit}>
      <label>
        {t('desk.kiosks.kiosk')}
        <input name="id" type="text" autocomplete="off" required maxLength={20} placeholder="K-04" />
      </label>
      <label>
        {t('desk.kiosks.place')}
        <input name="place" type="text" autocomplete="off" required maxLength={80} />
      </label>
      <button type="submit">{t('desk.kiosks.expect')}</button>
    </form>
  );
}
