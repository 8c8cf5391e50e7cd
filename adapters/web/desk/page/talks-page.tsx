import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { fetchJson, Refused, toLogin } from '#adapters/web/page/fetch-json.ts';
import { showMoment, t } from '#adapters/web/page/texts.ts';
import { Badge, Notice, Table } from '#adapters/web/page/ui.tsx';
import type { ShownRow } from './api.ts';

/** How often the page looks whether somebody has written. */
const LOOK_EVERY_MS = 3000;

/** What the server says about `path`, looked at again and again while the page is open. */
export function useLive<Answer>(path: string): {
  readonly answer: Answer | undefined;
  readonly problem: string | undefined;
  readonly look: () => Promise<void>;
} {
  const [answer, setAnswer] = useState<Answer>();
  const [problem, setProblem] = useState<string>();
  const look = useCallback(async () => {
    try {
      setAnswer(await fetchJson<Answer>(path));
      setProblem(undefined);
    } catch (error) {
      if (error instanceof Refused && error.status === 401) return toLogin();
      setProblem(error instanceof Refused ? error.message : t('desk.offline'));
    }
  }, [path]);
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [look]);
  return { answer, problem, look };
}

/** Citizens who asked for a person, the longest waiting first. */
export function TalksPage({ onOpen }: { readonly onOpen: (id: string) => void }): JSX.Element {
  const { answer: rows, problem } = useLive<readonly ShownRow[]>('/desk/api/talks');
  const [refused, setRefused] = useState<string>();

  const open = async (row: ShownRow) => {
    try {
      await fetchJson(`/desk/api/talks/${encodeURIComponent(row.id)}/take`, {});
      onOpen(row.id);
    } catch (error) {
      setRefused(error instanceof Refused ? error.message : t('desk.offline'));
    }
  };
  return (
    <div class="list">
      <div class="tools">
        <h1>{t('desk.talks.title')}</h1>
      </div>
      {(refused ?? problem) && <Notice tone="bad">{refused ?? problem}</Notice>}
      {!rows && !problem && <p aria-busy="true">{t('desk.loading')}</p>}
      {rows && rows.length === 0 && <p class="empty">{t('desk.talks.none')}</p>}
      {rows && rows.length > 0 && (
        <Table
          label={t('desk.talks.title')}
          head={['about', 'language', 'since', 'state'].map((each) => t(`desk.talks.${each}`))}
        >
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.about}</th>
              <td>{row.language}</td>
              <td>{showMoment(row.askedAt)}</td>
              <td>
                {row.isTaken && !row.isYours ? (
                  <Badge tone="plain">{t('desk.talks.withOther')}</Badge>
                ) : (
                  <button type="button" onClick={() => void open(row)}>
                    {t(row.isYours ? 'desk.talks.goOn' : 'desk.talks.take')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </div>
  );
}
