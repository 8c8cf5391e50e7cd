import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useShortcuts } from '#adapters/web/page/shortcuts.ts';
import { showDay, showDayOf, showNumber, t } from '#adapters/web/page/texts.ts';
import { Badge, Table } from '#adapters/web/page/ui.tsx';
import type { FileRow } from './api.ts';
import { toneOf } from './tone.ts';

export interface Filter {
  readonly status: 'open' | 'waiting' | 'done';
  readonly search: string;
}

const statuses: readonly Filter['status'][] = ['open', 'waiting', 'done'];
const TYPING_PAUSE_MS = 250;

interface ListProps {
  readonly rows: readonly FileRow[] | undefined;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly onOpen: (id: string) => void;
}

export function ListPage({ rows, filter, onFilter, onOpen }: ListProps): JSX.Element {
  const [at, setAt] = useState(0);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const overdue = rows?.filter(({ isOverdue }) => isOverdue).length ?? 0;

  const move = (by: number) => {
    const to = Math.max(0, Math.min(at + by, (rows?.length ?? 1) - 1));
    setAt(to);
    list.current?.querySelectorAll<HTMLElement>('tbody a')[to]?.focus();
  };
  useShortcuts({
    j: () => move(document.activeElement?.closest('tbody') ? 1 : 0),
    k: () => move(-1),
    '/': () => search.current?.focus(),
  });

  return (
    <div class="list" ref={list}>
      <div class="tools">
        <h1>{t('desk.files')}</h1>
        <fieldset class="filter">
          <legend>{t('desk.filter.title')}</legend>
          {statuses.map((status) => (
            <button
              type="button"
              key={status}
              class="pick"
              aria-pressed={filter.status === status}
              onClick={() => onFilter({ ...filter, status })}
            >
              {t(`desk.filter.${status}`)}
            </button>
          ))}
        </fieldset>
        <Search input={search} value={filter.search} onSearch={(text) => onFilter({ ...filter, search: text })} />
      </div>
      <p class="count" role="status">
        {rows ? t('desk.count', { count: showNumber(rows.length) }) : t('desk.loading')}
        {overdue > 0 && <Badge tone="bad">{t('desk.overdueCount', { count: showNumber(overdue) })}</Badge>}
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
    </div>
  );
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
