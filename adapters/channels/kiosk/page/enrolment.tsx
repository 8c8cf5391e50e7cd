import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Notice } from '#adapters/web/page/ui.tsx';
import type { KioskInfo } from './api.ts';
import { canBeKiosk, enrol } from './device.ts';
import { Entry, Form, useCall } from './entry.tsx';
import { t } from './words.ts';

/** Before anybody is served: this browser becomes a kiosk by the code that an administrator has made for it. */
export function Enrolment({ onEnrolled }: { onEnrolled: (kiosk: KioskInfo) => void }): JSX.Element {
  const [code, setCode] = useState('');
  const { run, isBusy, problem } = useCall();
  return (
    <main class="start">
      <h1>{t('enrol.title')}</h1>
      {canBeKiosk() ? (
        <Form onSubmit={() => run(async () => onEnrolled(await enrol(code)))} problem={problem}>
          <p class="read-out">{t('enrol.about')}</p>
          <Entry label={t('enrol.code')} value={code} onValue={setCode} keys="code" autoFocus />
          <div class="acts">
            <button type="submit" disabled={isBusy || code.trim() === ''} aria-busy={isBusy}>
              {t('enrol.begin')}
            </button>
          </div>
        </Form>
      ) : (
        <Notice tone="bad">{t('enrol.notSecure')}</Notice>
      )}
    </main>
  );
}
