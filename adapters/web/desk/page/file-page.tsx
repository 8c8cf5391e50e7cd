import type { ComponentChildren, JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { fetchJson, Refused, toLogin } from '#adapters/web/page/fetch-json.ts';
import { useShortcuts } from '#adapters/web/page/shortcuts.ts';
import { showDay, showMoment, t } from '#adapters/web/page/texts.ts';
import { Badge, Notice } from '#adapters/web/page/ui.tsx';
import { type DeskAction, deskActions, type ShownFile } from './api.ts';
import { DecisionDialog } from './decision-dialog.tsx';
import { Papers } from './papers.tsx';
import { toneOf } from './tone.ts';

interface FileProps {
  readonly id: string;
  /** Where the file stands in the list that was opened. */
  readonly place: { readonly number: number; readonly of: number } | undefined;
  readonly onBack: () => void;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  readonly onDecided: (said: string) => void;
}

export function FilePage({ id, place, onBack, onPrevious, onNext, onDecided }: FileProps): JSX.Element {
  const [file, setFile] = useState<ShownFile>();
  const [problem, setProblem] = useState<string>();
  const [action, setAction] = useState<DeskAction>();

  const load = useCallback(async () => {
    setProblem(undefined);
    try {
      setFile(await fetchJson(`/desk/api/files/${encodeURIComponent(id)}`));
    } catch (error) {
      if (error instanceof Refused && error.status === 401) return toLogin();
      setProblem(error instanceof Refused ? error.message : t('desk.offline'));
    }
  }, [id]);
  useEffect(() => {
    void load();
  }, [load]);

  const ask = (what: DeskAction) => (file?.may.includes(what) ? () => setAction(what) : undefined);
  useShortcuts({
    j: onNext,
    k: onPrevious,
    Escape: onBack,
    ...Object.fromEntries(deskActions.map((action) => [t(`desk.key.${action}`), ask(action)])),
  });

  return (
    <div class="file">
      <nav class="steps" aria-label={t('desk.steps')}>
        <button type="button" class="link" onClick={onBack}>
          ← {t('desk.back')}
        </button>
        {place && <span>{t('desk.place', place)}</span>}
        <span class="pair">
          <button type="button" class="outline" disabled={!onPrevious} onClick={onPrevious}>
            {t('desk.previous')}
          </button>
          <button type="button" class="outline" disabled={!onNext} onClick={onNext}>
            {t('desk.next')}
          </button>
        </span>
      </nav>
      {problem && <Notice tone="bad">{problem}</Notice>}
      {!file && !problem && <p aria-busy="true">{t('desk.loading')}</p>}
      {file && <OpenFile file={file} onAction={setAction} />}
      {file && action && (
        <DecisionDialog
          key={action}
          file={file}
          action={action}
          // The browser tells of closing a little later; another dialog may be open by then.
          onClose={() => setAction((now) => (now === action ? undefined : now))}
          onDecided={onDecided}
          onReload={() => {
            setAction(undefined);
            void load();
          }}
        />
      )}
    </div>
  );
}

const OpenFile = ({ file, onAction }: { file: ShownFile; onAction: (action: DeskAction) => void }): JSX.Element => (
  <>
    <header class="file-head">
      <div>
        <h1>{file.service}</h1>
        <p>
          <b class="number">{file.number}</b> <Badge tone={toneOf(file.status)}>{file.statusName}</Badge>{' '}
          {file.isOverdue && <Badge tone="bad">{t('desk.overdue')}</Badge>}
        </p>
        <p class="days">
          {t('desk.submittedOn')} {showMoment(file.submittedAt)} · {t('desk.dueOn')} {showDay(file.dueOn)}
          {file.certificateNumber && (
            <>
              {' · '}
              <a href={`/v/${encodeURIComponent(file.certificateNumber)}`}>
                {t('desk.certificate')} {file.certificateNumber}
              </a>
            </>
          )}
        </p>
        {file.remarks.length > 0 && (
          <ul class="remarks">
            {file.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        )}
      </div>
    </header>
    <div class="sides">
      <div>
        <Part id="answers" title={t('desk.answers')}>
          <dl class="pairs">
            {file.answers.map(({ id, label, value }) => (
              <div key={id}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Part>
        {file.tax && (
          <Part id="tax" title={file.tax.title}>
            <dl class="pairs">
              {file.tax.lines.map(({ name, amount }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{amount}</dd>
                </div>
              ))}
            </dl>
          </Part>
        )}
        <Part id="history" title={t('desk.history.title')}>
          <ol class="history">
            {file.history.map(({ at, what, by, note }) => (
              <li key={`${at} ${what}`}>
                <b>{what}</b> <small>{t('desk.history.by', { by, at: showMoment(at) })}</small>
                {note && <q>{note}</q>}
              </li>
            ))}
          </ol>
        </Part>
      </div>
      <Part id="papers" title={t('desk.papers')}>
        <Papers fileId={file.id} papers={file.papers} />
      </Part>
    </div>
    {file.may.length > 0 && (
      <div class="actions" role="toolbar" aria-label={t('desk.actions')}>
        {file.may.map((action) => (
          <button type="button" key={action} class={`act ${action}`} onClick={() => onAction(action)}>
            {t(`desk.action.${action}`)}{' '}
            <span class="key" aria-hidden="true">
              {t(`desk.key.${action}`)}
            </span>
          </button>
        ))}
      </div>
    )}
  </>
);

const Part = ({ id, title, children }: { id: string; title: string; children: ComponentChildren }): JSX.Element => (
  <section class="part" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);
