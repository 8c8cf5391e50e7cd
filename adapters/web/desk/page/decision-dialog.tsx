import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { fetchJson, Refused } from '#adapters/web/page/fetch-json.ts';
import { t } from '#adapters/web/page/texts.ts';
import { Dialog, Notice } from '#adapters/web/page/ui.tsx';
import { type DeskAction, granting, type ShownFile, wordless } from './api.ts';

interface DecisionProps {
  readonly file: ShownFile;
  readonly action: DeskAction;
  readonly onClose: () => void;
  readonly onDecided: (said: string) => void;
  readonly onReload: () => void;
}

const LONGEST_TEXT = 1000;
const CONFLICT = 409;
const CHANGED = 'application.changedMeanwhile';

/** One last look before a decision goes to the citizen. */
export function DecisionDialog({ file, action, onClose, onDecided, onReload }: DecisionProps): JSX.Element {
  const [problem, setProblem] = useState<{ text: string; isConflict: boolean }>();
  const [isBusy, setBusy] = useState(false);

  const decide = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = given.get('text');
    setBusy(true);
    try {
      const photo = await photoIn(given);
      const body = {
        seenVersion: file.version,
        ...(text !== null && { text }),
        ...(given.has('seen') && { knowingly: true }),
        ...(photo !== undefined && { photo }),
        ...(action === 'correct' && { corrections: correctionsIn(given, file) }),
      };
      await fetchJson(`/desk/api/files/${encodeURIComponent(file.id)}/${action}`, body);
      onDecided(t(`desk.done.${action}`, { number: file.number }));
    } catch (error) {
      setBusy(false);
      const isConflict = error instanceof Refused && error.status === CONFLICT;
      setProblem({ isConflict, text: wordsOf(error) });
    }
  };

  return (
    <Dialog title={t(`desk.ask.${action}.title`)} onClose={onClose}>
      <p>
        <b class="number">{file.number}</b>, {file.service}
      </p>
      <form onSubmit={decide}>
        {problem && <Notice tone="bad">{problem.text}</Notice>}
        {wordless.has(action) ? <p>{t(`desk.ask.${action}.about`)}</p> : <Words action={action} />}
        {granting.has(action) && file.beside.length > 0 && <Seen numbers={file.beside} />}
        {action === 'correct' && <Corrections of={file.correctable} />}
        {action === 'resolve' && <Photo isNeeded={file.needsPhoto} />}
        <div class="buttons">
          <button type="button" class="outline" onClick={onClose}>
            {t('desk.cancel')}
          </button>
          {problem?.isConflict ? (
            <button type="button" onClick={onReload}>
              {t('desk.reload')}
            </button>
          ) : (
            <button
              type="submit"
              class={`act ${action}`}
              autofocus={wordless.has(action)}
              disabled={isBusy}
              aria-busy={isBusy}
            >
              {t(`desk.ask.${action}.send`)}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

/** The refusal itself; where only the file was changed, what to do about that. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Refused)) return t('desk.offline');
  return error.key === CHANGED ? t('desk.conflict') : error.message;
}

/** What differs from what stands there now. */
const correctionsIn = (given: FormData, { correctable }: ShownFile): Record<string, string> =>
  Object.fromEntries(
    correctable
      .map(({ id, value }): [string, string, string] => [id, String(given.get(`fix.${id}`) ?? value).trim(), value])
      .filter(([, fixed, value]) => fixed !== value)
      .map(([id, fixed]) => [id, fixed]),
  );

type Correctable = ShownFile['correctable'][number];

const Corrections = ({ of }: { of: readonly Correctable[] }): JSX.Element => (
  <fieldset class="corrections">
    <legend>{t('desk.corrections')}</legend>
    {of.map((each) => (
      <div key={each.id}>
        <label for={`fix.${each.id}`}>{each.label}</label>
        <Correction of={each} />
      </div>
    ))}
  </fieldset>
);

function Correction({ of: { id, value, isDate, choices } }: { of: Correctable }): JSX.Element {
  const name = `fix.${id}`;
  if (isDate) return <input id={name} name={name} type="date" defaultValue={value} required />;
  if (choices.length === 0) return <input id={name} name={name} type="text" defaultValue={value} required />;
  return (
    <select id={name} name={name}>
      {choices.map((each) => (
        <option key={each.value} value={each.value} selected={each.value === value}>
          {each.label}
        </option>
      ))}
    </select>
  );
}

/** The file as text of a JSON body; absent when none was chosen. */
async function photoIn(given: FormData): Promise<string | undefined> {
  const file = given.get('photo');
  if (!(file instanceof File) || file.size === 0) return undefined;
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  return address.slice(address.indexOf(',') + 1);
}

const Photo = ({ isNeeded }: { isNeeded: boolean }): JSX.Element => (
  <label>
    {t('desk.photo.label')}
    <input type="file" name="photo" accept="image/*" required={isNeeded} aria-describedby="photo-hint" />
    <small id="photo-hint">{t(isNeeded ? 'desk.photo.needed' : 'desk.photo.about')}</small>
  </label>
);

/** Without this tick the browser sends nothing. */
const Seen = ({ numbers }: { numbers: readonly string[] }): JSX.Element => (
  <label>
    <input type="checkbox" name="seen" required />
    {t('desk.seen', { numbers: numbers.join(', ') })}
  </label>
);

const Words = ({ action }: { action: DeskAction }): JSX.Element => (
  <label>
    {t(`desk.ask.${action}.label`)}
    <textarea name="text" required rows={4} maxLength={LONGEST_TEXT} aria-describedby="text-hint" />
    <small id="text-hint">{t(`desk.ask.${action}.about`)}</small>
  </label>
);
