import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fetchJson, Refused } from '#adapters/web/page/fetch-json.ts';
import { Dialog, Notice } from '#adapters/web/page/ui.tsx';
import type { LinkInfo, SessionInfo } from './api.ts';
import { openElsewhere } from './elsewhere.ts';
import { showSeconds, t } from './words.ts';

interface IdleWarningProps {
  readonly seconds: number;
  readonly onStay: () => void;
  readonly onEnd: () => void;
}

export const IdleWarning = ({ seconds, onStay, onEnd }: IdleWarningProps): JSX.Element => (
  <Dialog title={t('idle.title')} onClose={onStay}>
    <p>{t('idle.about', { seconds: showSeconds(seconds) })}</p>
    <div class="acts">
      <button type="button" class="secondary" onClick={onEnd}>
        {t('talk.finish')}
      </button>
      <button type="button" onClick={onStay}>
        {t('idle.stay')}
      </button>
    </div>
  </Dialog>
);

interface FarewellProps {
  readonly onClose: () => void;
  readonly onEnd: () => void;
  /** Prints what was said last; absent before anything was. */
  readonly onPrint?: () => void;
}

export const Farewell = ({ onClose, onEnd, onPrint }: FarewellProps): JSX.Element => (
  <Dialog title={t('farewell.title')} onClose={onClose}>
    <p>{t('farewell.about')}</p>
    <div class="acts">
      <button type="button" class="secondary" onClick={onClose}>
        {t('farewell.notYet')}
      </button>
      {onPrint && (
        <button type="button" class="secondary" onClick={onPrint}>
          {t('farewell.print')}
        </button>
      )}
      <button type="button" onClick={onEnd}>
        {t('talk.finish')}
      </button>
    </div>
  </Dialog>
);

/** The code by which the citizen goes on with his own phone, to be scanned or typed. */
export function LinkDialog({ session, onClose }: { session: SessionInfo; onClose: () => void }): JSX.Element {
  const [link, setLink] = useState<LinkInfo>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    fetchJson<LinkInfo>(`/kiosk/api/session/${session.id}/link`, {}).then(setLink, (error: unknown) =>
      setProblem(error instanceof Refused ? error.message : t('offline')),
    );
  }, [session.id]);
  // Of a demonstration no camera of a phone is needed: the phone is played on this machine.
  const played = link?.link?.startsWith(`${location.origin}/simulator`) ? link.link : undefined;
  return (
    <Dialog title={t('talk.goOnAtHome')} onClose={onClose}>
      {problem && <Notice tone="bad">{problem}</Notice>}
      {link && (
        <>
          <p>{t(link.link ? 'link.scan' : 'link.send', { minutes: link.minutes })}</p>
          <img class="qr" src={link.picture} alt={t('link.picture')} />
          <p class="code">{link.code}</p>
        </>
      )}
      <div class="acts">
        {played && (
          <button type="button" class="secondary" onClick={() => openElsewhere(played)}>
            {t('link.simulator')}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </Dialog>
  );
}
