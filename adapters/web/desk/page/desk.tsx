import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { fetchJson, Refused, toLogin } from '#adapters/web/page/fetch-json.ts';
import { useShortcuts } from '#adapters/web/page/shortcuts.ts';
import { t } from '#adapters/web/page/texts.ts';
import { Layout, Notice, SignOut, type Tone } from '#adapters/web/page/ui.tsx';
import type { DeskPageData, FileRow } from './api.ts';
import { FilePage } from './file-page.tsx';
import { type Filter, ListPage } from './list-page.tsx';
import { ShortcutHelp } from './shortcut-help.tsx';
import { TalkPage } from './talk-page.tsx';
import { TalksPage } from './talks-page.tsx';

type Officer = NonNullable<DeskPageData['officer']>;
interface Said {
  readonly tone: Tone;
  readonly text: string;
}

const fileInAddress = (): string | undefined => /^\/desk\/files\/([^/]+)/.exec(location.pathname)?.[1];

/** The list of talks is the talk without a name. */
const talkInAddress = (): string | undefined => {
  const [, rest] = /^\/desk\/talks(?:\/([^/]*))?$/.exec(location.pathname) ?? [];
  return location.pathname.startsWith('/desk/talks') ? (rest ?? '') : undefined;
};

/** The list and one file, in one page: the address changes, nothing is loaded anew. */
export function Desk({ officer }: { officer: Officer }): JSX.Element {
  const [rows, setRows] = useState<readonly FileRow[]>();
  const [filter, setFilter] = useState<Filter>({ status: 'open', search: '' });
  const [fileId, setFileId] = useState(fileInAddress);
  const [talkId, setTalkId] = useState(talkInAddress);
  const [said, setSaid] = useState<Said>();
  const [isHelpOpen, setHelpOpen] = useState(false);

  const load = useCallback(async () => {
    try {
      setRows(await fetchJson(`/desk/api/files?${new URLSearchParams({ ...filter })}`));
    } catch (error) {
      if (error instanceof Refused && error.status === 401) return toLogin();
      setSaid({ tone: 'bad', text: error instanceof Refused ? error.message : t('desk.offline') });
    }
  }, [filter]);

  useEffect(() => {
    void load();
  }, [load]);
  useEffect(() => {
    const follow = () => {
      setFileId(fileInAddress());
      setTalkId(talkInAddress());
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);

  const go = (id: string | undefined) => {
    history.pushState(null, '', id ? `/desk/files/${encodeURIComponent(id)}` : '/desk');
    setFileId(id);
    setTalkId(undefined);
    scrollTo(0, 0);
  };
  const goToTalk = (id: string) => {
    history.pushState(null, '', id ? `/desk/talks/${encodeURIComponent(id)}` : '/desk/talks');
    setSaid(undefined);
    setFileId(undefined);
    setTalkId(id);
  };
  const at = rows?.findIndex(({ id }) => id === fileId) ?? -1;
  const previous = at > 0 ? rows?.[at - 1]?.id : undefined;
  const next = at >= 0 ? rows?.[at + 1]?.id : undefined;
  const open = (id: string | undefined) => {
    setSaid(undefined);
    go(id);
    if (!id) void load();
  };
  /** On to the next file, saying what became of this one. */
  const afterDecision = (text: string) => {
    setSaid({ tone: 'good', text });
    go(next ?? previous);
    void load();
  };
  useShortcuts({ '?': () => setHelpOpen(true) });

  return (
    <Layout
      title={t('desk.title')}
      links={<Links officer={officer} onList={() => open(undefined)} onTalks={() => goToTalk('')} />}
      person={<Person officer={officer} onHelp={() => setHelpOpen(true)} />}
    >
      {said && <Notice tone={said.tone}>{said.text}</Notice>}
      {talkId !== undefined ? (
        <Talks id={talkId} onGo={goToTalk} />
      ) : fileId ? (
        <FilePage
          key={fileId}
          id={fileId}
          place={at >= 0 && rows ? { number: at + 1, of: rows.length } : undefined}
          onBack={() => open(undefined)}
          onPrevious={previous ? () => open(previous) : undefined}
          onNext={next ? () => open(next) : undefined}
          onDecided={afterDecision}
        />
      ) : (
        <ListPage rows={rows} filter={filter} onFilter={setFilter} onOpen={open} />
      )}
      {isHelpOpen && <ShortcutHelp onClose={() => setHelpOpen(false)} />}
    </Layout>
  );
}

const Talks = ({ id, onGo }: { id: string; onGo: (id: string) => void }): JSX.Element =>
  id === '' ? <TalksPage onOpen={onGo} /> : <TalkPage key={id} id={id} onBack={() => onGo('')} />;

interface LinksProps {
  readonly officer: Officer;
  readonly onList: () => void;
  readonly onTalks: () => void;
}

const Links = ({ officer, onList, onTalks }: LinksProps): JSX.Element => (
  <>
    <a
      href="/desk"
      onClick={(event) => {
        event.preventDefault();
        onList();
      }}
    >
      {t('desk.files')}
    </a>
    <a
      href="/desk/talks"
      onClick={(event) => {
        event.preventDefault();
        onTalks();
      }}
    >
      {t('desk.talks.title')}
    </a>
    {officer.isAdministrator && <a href="/dashboard">{t('desk.dashboard.title')}</a>}
  </>
);

const Person = ({ officer, onHelp }: { officer: Officer; onHelp: () => void }): JSX.Element => (
  <>
    <span class="who">
      <b>{officer.name}</b>
      <small>
        {officer.role}, {officer.department}
      </small>
    </span>
    <button type="button" class="link" onClick={onHelp}>
      {t('desk.shortcuts.title')}
    </button>
    <SignOut />
  </>
);
