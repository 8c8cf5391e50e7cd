import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { fetchJson, Refused, toLogin } from '#adapters/web/page/fetch-json.ts';
import { useShortcuts } from '#adapters/web/page/shortcuts.ts';
import { t } from '#adapters/web/page/texts.ts';
import { Layout, Notice, SignOut, type Tone } from '#adapters/web/page/ui.tsx';
import type { DeskPageData, FileList } from './api.ts';
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
  const [list, setList] = useState<FileList>();
  const [filter, setFilter] = useState<Filter>({ status: 'open', search: '', order: 'due', page: 1 });
  const [fileId, setFileId] = useState(fileInAddress);
  const [talkId, setTalkId] = useState(talkInAddress);
  const [said, setSaid] = useState<Said>();
  const [isHelpOpen, setHelpOpen] = useState(false);

  const load = useCallback(async (wanted: Filter): Promise<FileList | undefined> => {
    try {
      const query = new URLSearchParams({ ...wanted, page: String(wanted.page) });
      const found = await fetchJson<FileList>(`/desk/api/files?${query}`);
      setList(found);
      return found;
    } catch (error) {
      if (error instanceof Refused && error.status === 401) toLogin();
      else setSaid({ tone: 'bad', text: error instanceof Refused ? error.message : t('desk.offline') });
      return undefined;
    }
  }, []);

  useEffect(() => {
    void load(filter);
  }, [load, filter]);
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
  const { rows = [], before = 0, count = 0, page = 1, pages = 1 } = list ?? {};
  const at = rows.findIndex(({ id }) => id === fileId);
  const open = (id: string | undefined) => {
    setSaid(undefined);
    go(id);
    if (!id) void load(filter);
  };
  /** To the file before or after this one, also where that stands on another page of the list. */
  const step = async (by: 1 | -1) => {
    const near = rows[at + by];
    if (near) return go(near.id);
    const wanted = { ...filter, page: page + by };
    const other = await load(wanted);
    setFilter(wanted);
    go((by > 0 ? other?.rows[0] : other?.rows.at(-1))?.id);
  };
  const stepper = (by: 1 | -1) => {
    const isThere = at >= 0 && (by > 0 ? before + at + 1 < count : before + at > 0);
    if (!isThere) return undefined;
    return () => {
      setSaid(undefined);
      void step(by);
    };
  };
  /** On to the next file, saying what became of this one. */
  const afterDecision = async (text: string) => {
    setSaid({ tone: 'good', text });
    const next = at >= 0 ? rows[at + 1] : undefined;
    if (next) go(next.id);
    const fresh = await load(filter);
    if (next) return;
    // The last of its page: where it left the list, the first of the next page has moved up.
    const follower = at >= 0 ? fresh?.rows[at] : undefined;
    if (follower && follower.id !== fileId) return go(follower.id);
    if (follower && page < pages) return step(1);
    go(rows[at - 1]?.id);
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
          place={at >= 0 ? { number: before + at + 1, of: count } : undefined}
          onBack={() => open(undefined)}
          onPrevious={stepper(-1)}
          onNext={stepper(1)}
          onDecided={(text) => void afterDecision(text)}
        />
      ) : (
        <ListPage list={list} filter={filter} onFilter={setFilter} onOpen={open} />
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
