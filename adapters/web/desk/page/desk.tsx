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

type Officer = NonNullable<DeskPageData['officer']>;
interface Said {
  readonly tone: Tone;
  readonly text: string;
}

const fileInAddress = (): string | undefined => /^\/desk\/files\/([^/]+)/.exec(location.pathname)?.[1];

/** The list and one file, in one page: the address changes, nothing is loaded anew. */
export function Desk({ officer }: { officer: Officer }): JSX.Element {
  const [rows, setRows] = useState<readonly FileRow[]>();
  const [filter, setFilter] = useState<Filter>({ status: 'open', search: '' });
  const [fileId, setFileId] = useState(fileInAddress);
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
    const follow = () => setFileId(fileInAddress());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);

  const go = (id: string | undefined) => {
    history.pushState(null, '', id ? `/desk/files/${encodeURIComponent(id)}` : '/desk');
    setFileId(id);
    scrollTo(0, 0);
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
      links={<Links officer={officer} onList={() => open(undefined)} />}
      person={<Person officer={officer} onHelp={() => setHelpOpen(true)} />}
    >
      {said && <Notice tone={said.tone}>{said.text}</Notice>}
      {fileId ? (
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

const Links = ({ officer, onList }: { officer: Officer; onList: () => void }): JSX.Element => (
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
