import type { JSX, TargetedSubmitEvent } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { fetchJson, Refused } from '#adapters/web/page/fetch-json.ts';
import { showMoment, t } from '#adapters/web/page/texts.ts';
import { Notice } from '#adapters/web/page/ui.tsx';
import type { ShownEarlier, ShownTalk, TalkLine } from './api.ts';
import { useLive } from './talks-page.tsx';

const LONGEST_TEXT = 1000;

/** One talk: what was said, and a line to write. What the citizen writes comes by itself. */
export function TalkPage({ id, onBack }: { readonly id: string; readonly onBack: () => void }): JSX.Element {
  const address = `/desk/api/talks/${encodeURIComponent(id)}`;
  const { answer: talk, problem, look } = useLive<ShownTalk>(address);
  const [refused, setRefused] = useState<string>();
  const earlier = useEarlier(address);

  const tryTo = async (act: () => Promise<unknown>) => {
    setRefused(undefined);
    try {
      await act();
    } catch (error) {
      setRefused(error instanceof Refused ? error.message : t('desk.offline'));
    }
  };
  const say = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    void tryTo(async () => {
      await fetchJson(`${address}/say`, { text: String(new FormData(form).get('text')) });
      form.reset();
      await look();
    });
  };
  const end = () =>
    void tryTo(async () => {
      await fetchJson(`${address}/end`, {});
      onBack();
    });

  return (
    <div class="file">
      <nav class="steps" aria-label={t('desk.talks.title')}>
        <button type="button" class="link" onClick={onBack}>
          ← {t('desk.talks.title')}
        </button>
      </nav>
      {(refused ?? problem) && <Notice tone="bad">{refused ?? problem}</Notice>}
      {!talk && !problem && <p aria-busy="true">{t('desk.loading')}</p>}
      {talk && (
        <section class="part" aria-label={talk.about}>
          <h1>{talk.about}</h1>
          <p>{t('desk.talks.in', { language: talk.language })}</p>
          {!talk.isEnded && <Earlier earlier={earlier} onTry={tryTo} />}
          <Lines lines={inOrder(earlier.lines, talk)} address={address} />
          {talk.isEnded ? (
            <Notice tone="plain">{t('desk.talks.ended')}</Notice>
          ) : (
            <form onSubmit={say}>
              <label>
                {t('desk.talks.answer')}
                <textarea name="text" required rows={3} maxLength={LONGEST_TEXT} />
              </label>
              <div class="buttons">
                <button type="button" class="outline" onClick={end}>
                  {t('desk.talks.end')}
                </button>
                <button type="submit">{t('desk.talks.send')}</button>
              </div>
            </form>
          )}
        </section>
      )}
    </div>
  );
}

/** What was said beside the talk with the officer: the newest part at once, older ones when he asks. Each look is written down. */
function useEarlier(address: string) {
  const [{ lines, hidden, before }, setShown] = useState<ShownEarlier>({ lines: [], hidden: 0 });
  const look = useCallback(
    async (from?: number) => {
      const part = await fetchJson<ShownEarlier>(`${address}/history${from === undefined ? '' : `?before=${from}`}`);
      setShown((shown) => ({
        ...part,
        lines: [...part.lines, ...(from === undefined ? [] : shown.lines)],
        hidden: part.hidden + (from === undefined ? 0 : shown.hidden),
      }));
    },
    [address],
  );
  // What stands in the way is said by the talk itself.
  useEffect(() => void look().catch(() => undefined), [look]);
  return { lines, hidden, before, look };
}

interface EarlierProps {
  readonly earlier: ReturnType<typeof useEarlier>;
  readonly onTry: (act: () => Promise<unknown>) => Promise<void>;
}

const Earlier = ({ earlier: { hidden, before, look }, onTry }: EarlierProps): JSX.Element => (
  <>
    {before !== undefined && (
      <button type="button" class="outline" onClick={() => void onTry(() => look(before))}>
        {t('desk.talks.earlier')}
      </button>
    )}
    {hidden > 0 && <p class="remark">{t('desk.talks.hidden', { count: hidden })}</p>}
  </>
);

const inOrder = (earlier: readonly TalkLine[], talk: ShownTalk): readonly TalkLine[] => {
  const at = (line: TalkLine): string => line.at ?? talk.askedAt;
  return [...earlier, ...talk.lines].sort((one, other) => (at(one) < at(other) ? -1 : at(one) > at(other) ? 1 : 0));
};

const Lines = ({ lines, address }: { readonly lines: readonly TalkLine[]; readonly address: string }): JSX.Element => (
  <ol class="talk" aria-live="polite" aria-label={t('desk.talks.said')}>
    {lines.map(({ by, text, at, file }, i) => (
      <li key={`${i}-${at ?? ''}`} class={by}>
        <small>
          {t(`desk.talks.by.${by}`)}
          {at !== undefined && <>, {showMoment(at)}</>}
        </small>
        <p class="said">{text}</p>
        {file && <SentFile address={`${address}/papers/${encodeURIComponent(file.id)}`} mime={file.mime} />}
      </li>
    ))}
  </ol>
);

/** Fetched only when the officer asks for it: every look is written down. */
const SentFile = ({ address, mime }: { readonly address: string; readonly mime: string }): JSX.Element =>
  mime.startsWith('audio/') ? (
    // biome-ignore lint/a11y/useMediaCaption: what is said in it stands in the next line, where notes are written down.
    <audio controls preload="none" src={address} />
  ) : (
    <a href={address} target="_blank" rel="noreferrer">
      {t('desk.talks.open')}
    </a>
  );
