import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useShortcuts } from '#adapters/web/page/shortcuts.ts';
import { showDay, showDayOf, showNumber, t } from '#adapters/web/page/texts.ts';
import { Badge, Table } from '#adapters/web/page/ui.tsx';
import { type FileList, type FileOrder, type FileRow, fileOrders } from './api.ts';
import { toneOf } from './tone.ts';

export interface Filter {
  readonly status: 'open' | 'waiting' | 'done';
  readonly search: string;
  readonly order: FileOrder;
  readonly page: number;
}

const statuses: readonly Filter['status'][] = ['open', 'waiting', 'done'];
const TYPING_PAUSE_MS = 250;

interface ListProps {
  readonly list: FileList | undefined;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly onOpen: (id: string) => void;
}

export function ListPage({ list, filter, onFilter, onOpen }: ListProps): JSX.Element {
  const rows = list?.rows;
  const [at, setAt] = useState(0);
  const search = useRef<HTMLInputElement>(null);
  const around = useRef<HTMLDivElement>(null);

  const move = (by: number) => {
    const to = Math.max(0, Math.min(at + by, (rows?.length ?? 1) - 1));
    setAt(to);
    around.current?.querySelectorAll<HTMLElement>('tbody a')[to]?.focus();
  };
  const turnTo = (page: number | undefined) => (page === undefined ? undefined : () => onFilter({ ...filter, page }));
  const onPrevious = turnTo(list && list.page > 1 ? list.page - 1 : undefined);
  const onNext = turnTo(list && list.page < list.pages ? list.page + 1 : undefined);
  useShortcuts({
    n: onNext,
    p: onPrevious,
    j: () => move(document.activeElement?.closest('tbody') ? 1 : 0),
    k: () => move(-1),
    '/': () => search.current?.focus(),
  });

  return (
    <div class="list" ref={around}>
      <div class="tools">
        <h1>{t('desk.files')}</h1>
        <Picks
          name="filter"
          of={statuses}
          picked={filter.status}
          onPick={(status) => onFilter({ ...filter, status, page: 1 })}
        />
        <Picks
          name="order"
          of={fileOrders}
          picked={filter.order}
          onPick={(order) => onFilter({ ...filter, order, page: 1 })}
        />
        <Search
          input={search}
          value={filter.search}
          onSearch={(text) => onFilter({ ...filter, search: text, page: 1 })}
        />
      </div>
      <p class="count" role="status">
        {list ? t('desk.count', { count: showNumber(list.count) }) : t('desk.loading')}
        {list && list.overdue > 0 && (
          <Badge tone="bad">{t('desk.overdueCount', { count: showNumber(list.overdue) })}</Badge>
        )}
      </p>
      {rows && rows.length === 0 && <p class="empty">{t('desk.nothing')}</p>}
      {rows && rows.length > 0 && (
        <Table
          label={t('desk.files')}
          head={['number', 'service', 'status', 'submittedOn', 'dueOn'].map((each) => t(`desk.${each}`))}
        >
          {rows.map((row, i) => (
            <Row key={row.id} row={row} onOpen={() => onOpen(row.id)} onFocus={() => setAt(i)} />
          ))}
        </Table>
      )}
      {list && list.pages > 1 && <Pages list={list} onPrevious={onPrevious} onNext={onNext} />}
    </div>
  );
}

/** A few things of which one is chosen, each a button. */
const Picks = <One extends string>({ name, of, picked, onPick }: PicksProps<One>): JSX.Element => (
  <fieldset class="filter">
    <legend>{t(`desk.${name}.title`)}</legend>
    {of.map((each) => (
      <button type="button" key={each} class="pick" aria-pressed={picked === each} onClick={() => onPick(each)}>
        {t(`desk.${name}.${each}`)}
      </button>
    ))}
  </fieldset>
);

interface PicksProps<One extends string> {
  readonly name: string;
  readonly of: readonly One[];
  readonly picked: One;
  readonly onPick: (one: One) => void;
}

/** Which of the files are shown, and the way to the others. */
const Pages = ({ list: { rows, before, count }, onPrevious, onNext }: PagesProps): JSX.Element => (
  <nav class="steps" aria-label={t('desk.pages.title')}>
    <span>
      {t('desk.pages.shown', {
        from: showNumber(before + 1),
        to: showNumber(before + rows.length),
        of: showNumber(count),
      })}
    </span>
    <span class="pair">
      <button type="button" class="outline" disabled={!onPrevious} onClick={onPrevious}>
        {t('desk.pages.previous')}
      </button>
      <button type="button" class="outline" disabled={!onNext} onClick={onNext}>
        {t('desk.pages.next')}
      </button>
    </span>
  </nav>
);

interface PagesProps {
  readonly list: FileList;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
}

const Row = ({ row, onOpen, onFocus }: { row: FileRow; onOpen: () => void; onFocus: () => void }): JSX.Element => (
  <tr class={row.isOverdue ? 'overdue' : ''}>
    <th scope="row">
      <a
        class="number whole-row"
        href={`/desk/files/${encodeURIComponent(row.id)}`}
        onFocus={onFocus}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onOpen();
        }}
      >
        {row.number}
      </a>
    </th>
    <td>{row.service}</td>
    <td>
      <Badge tone={toneOf(row.status)}>{row.statusName}</Badge>
    </td>
    <td class="day">{showDayOf(row.submittedAt)}</td>
    <td class="day">
      {showDay(row.dueOn)} {row.isOverdue && <Badge tone="bad">{row.compensation ?? t('desk.overdue')}</Badge>}
    </td>
  </tr>
);

/** Asks the server once the officer pauses, not at every letter. */
function Search({ input, value, onSearch }: SearchProps): JSX.Element {
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onSearch(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  return (
    <input
      ref={input}
      type="search"
      aria-label={t('desk.search')}
      placeholder={t('desk.search')}
      value={text}
      onInput={(event) => setText(event.currentTarget.value)}
    />
  );
}

interface SearchProps {
  readonly input: { current: HTMLInputElement | null };
  readonly value: string;
  readonly onSearch: (text: string) => void;
}
