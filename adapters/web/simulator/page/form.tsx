import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '#adapters/web/page/texts.ts';
import type { FormField, FormStep, FormView } from './api.ts';
import { Sheet } from './sheet.tsx';

interface FormProps {
  readonly title: string;
  readonly onStep: (step: FormStep) => Promise<FormView>;
  readonly onClose: () => void;
}

type OpenView = Extract<FormView, { state: 'open' }>;

/** A form of WhatsApp's own, screen by screen. It closes once it has been sent off. */
export function FormSheet({ title, onStep, onClose }: FormProps): JSX.Element {
  const [view, setView] = useState<FormView>();
  const [hasFailed, setFailed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const take = async (step: FormStep) => {
    setBusy(true);
    try {
      const next = await onStep(step);
      setFailed(false);
      if (next.state === 'sent') onClose();
      else setView(next);
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => void take({ type: 'open' }), []);
  const isOver = view?.state === 'over';
  const problem = view?.state === 'open' ? view.problem : undefined;
  const alarm = hasFailed ? t('simulator.notSent') : isOver ? t('simulator.formOver') : problem;

  return (
    <Sheet title={(view?.state === 'open' && view.title) || title} onClose={onClose}>
      {alarm && (
        <p class="failed" role="alert">
          {alarm}
        </p>
      )}
      {view?.state === 'open' && (
        <Screen
          key={view.screen}
          view={view}
          isBusy={isBusy}
          onSend={async (form) => take(await stepOf(view, form))}
          onTap={({ payload }) => take({ type: 'send', screen: view.screen, data: payload, files: {} })}
        />
      )}
    </Sheet>
  );
}

interface ScreenProps {
  readonly view: OpenView;
  readonly isBusy: boolean;
  readonly onSend: (form: HTMLFormElement) => void;
  readonly onTap: (link: FormField) => void;
}

const Screen = ({ view: { fields, send }, isBusy, onSend, onTap }: ScreenProps): JSX.Element => (
  <form
    class="flow"
    onSubmit={(event) => {
      event.preventDefault();
      onSend(event.currentTarget);
    }}
  >
    {fields.map((field, i) => (
      <Field key={field.name || i} field={field} onTap={onTap} />
    ))}
    <button type="submit" class="flow-send" disabled={isBusy}>
      {send.label}
    </button>
  </form>
);

function Field({ field, onTap }: { readonly field: FormField } & Pick<ScreenProps, 'onTap'>): JSX.Element {
  const { type, text, label, name, value, inputType, isRequired, options, hint, accept } = field;
  const common = { name, required: isRequired };
  switch (type) {
    case 'TextHeading':
      return <h3>{text}</h3>;
    case 'TextInput':
      return (
        <label>
          {label}
          <input {...common} type="text" inputMode={inputModeOf(inputType)} value={value} />
        </label>
      );
    case 'TextArea':
      return (
        <label>
          {label}
          <textarea {...common} rows={3} value={value} />
        </label>
      );
    case 'DatePicker':
      return (
        <label>
          {label}
          <input {...common} type="date" />
        </label>
      );
    case 'Dropdown':
      return (
        <label>
          {label}
          <select {...common}>
            <option value="">{t('simulator.pick')}</option>
            {options.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      );
    case 'RadioButtonsGroup':
    case 'CheckboxGroup':
      return <Choices field={field} />;
    case 'OptIn':
      return (
        <label class="tick">
          <input name={name} type="checkbox" value="yes" />
          {label}
        </label>
      );
    case 'PhotoPicker':
      return (
        <label>
          {label}
          <input name={name} type="file" accept="image/*" />
        </label>
      );
    case 'DocumentPicker':
      return (
        <label>
          {label}
          <small>{hint}</small>
          <input name={name} type="file" accept={accept} />
        </label>
      );
    case 'EmbeddedLink':
      return (
        <button type="button" class="flow-link" onClick={() => onTap(field)}>
          {text}
        </button>
      );
    default:
      return <p>{text}</p>;
  }
}

function Choices({ field: { type, label, name, isRequired, options } }: { field: FormField }): JSX.Element {
  const isOne = type === 'RadioButtonsGroup';
  return (
    <fieldset>
      <legend>{label}</legend>
      {options.map(({ id, title }) => (
        <label key={id} class="tick">
          <input name={name} type={isOne ? 'radio' : 'checkbox'} value={id} required={isOne && isRequired} />
          {title}
        </label>
      ))}
    </fieldset>
  );
}

const inputModeOf = (type: string): 'tel' | 'email' | 'text' =>
  type === 'phone' ? 'tel' : type === 'email' ? 'email' : 'text';

/** What the form's own JSON says is sent, with what was entered in place of `${form.x}`. */
async function stepOf({ screen, fields, send }: OpenView, form: HTMLFormElement): Promise<FormStep> {
  const entered = new FormData(form);
  const data: Record<string, unknown> = {};
  const files: Record<string, { name: string; base64: string }> = {};
  for (const [key, given] of Object.entries(send.payload)) {
    const name = typeof given === 'string' ? /^\$\{form\.(\w+)\}$/.exec(given)?.[1] : undefined;
    const field = fields.find((each) => each.name === name);
    if (name === undefined) data[key] = given;
    else if (field?.type === 'OptIn') data[key] = entered.has(name);
    else if (field?.type === 'CheckboxGroup') data[key] = entered.getAll(name);
    else if (field?.type === 'PhotoPicker' || field?.type === 'DocumentPicker') {
      const file = entered.get(name);
      if (file instanceof File && file.size > 0) files[key] = { name: file.name, base64: await base64Of(file) };
    } else if (field) data[key] = entered.get(name) ?? '';
  }
  return { type: 'send', screen, data, files };
}

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).split(',')[1] ?? ''));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });
