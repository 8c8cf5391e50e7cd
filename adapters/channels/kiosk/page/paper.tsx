import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { pageData } from '#adapters/web/page/page-data.ts';
import { Dialog, Notice } from '#adapters/web/page/ui.tsx';
import type { SessionInfo } from './api.ts';
import type { Said, Shown } from './frames.ts';
import { t } from './words.ts';

/** As much as a frame takes; the end of a name says what kind of file it is. */
const LONGEST_NAME = 200;

interface PaperProps {
  readonly session: SessionInfo;
  readonly onSaid: (said: Said, shown: Shown) => boolean;
  readonly onClose: () => void;
}

/** A paper by the camera, or as a file from the scanner; looked at before it is sent. */
export function PaperDialog({ session, onSaid, onClose }: PaperProps): JSX.Element {
  const [file, setFile] = useState<File>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const sending = useRef<HTMLButtonElement>(null);
  // What was looked at is sent next.
  useEffect(() => sending.current?.focus(), [file]);

  const send = async (): Promise<void> => {
    if (!file) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const ref = await upload(file, session);
      onSaid(
        { type: 'media', ref, mime: file.type, fileName: file.name.slice(-LONGEST_NAME) },
        { text: t('paper.sent', { name: file.name }) },
      );
      onClose();
    } catch {
      setProblem(t('paper.notSent'));
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('paper.title')} onClose={onClose}>
      {problem && <Notice tone="bad">{problem}</Notice>}
      {file ? <Preview file={file} /> : <Camera onTaken={setFile} />}
      <div class="acts">
        <button type="button" class="secondary" onClick={onClose}>
          {t('close')}
        </button>
        {file ? (
          <>
            <button type="button" class="secondary" onClick={() => setFile(undefined)}>
              {t('paper.again')}
            </button>
            <button ref={sending} type="button" disabled={isBusy} aria-busy={isBusy} onClick={() => void send()}>
              {t('paper.send')}
            </button>
          </>
        ) : (
          <label class="button secondary file">
            {t('paper.file')}
            <input
              type="file"
              accept="image/*,application/pdf"
              onChange={({ currentTarget }) => setFile(currentTarget.files?.[0])}
            />
          </label>
        )}
      </div>
    </Dialog>
  );
}

async function upload(file: File, { id }: SessionInfo): Promise<string> {
  const { csrfToken = '' } = pageData();
  const response = await fetch(`/kiosk/api/session/${id}/files`, {
    method: 'POST',
    headers: { 'content-type': file.type, 'x-csrf-token': csrfToken },
    body: file,
  });
  if (!response.ok) throw new Error('not taken');
  return ((await response.json()) as { ref: string }).ref;
}

function Preview({ file }: { file: File }): JSX.Element {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (!file.type.startsWith('image/')) return <p class="quiet">{file.name}</p>;
  return <img class="preview" src={address} alt={t('paper.preview')} />;
}

/** Shows what the camera sees; without one there is still the file. */
function Camera({ onTaken }: { onTaken: (file: File) => void }): JSX.Element {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'starting' | 'on' | 'none'>('starting');
  useEffect(() => {
    let stream: MediaStream | undefined;
    let isGone = false;
    const facing = { video: { facingMode: 'environment', width: { ideal: 2560 } } };
    Promise.resolve()
      .then(() => navigator.mediaDevices.getUserMedia(facing))
      .then(
        (got) => {
          stream = got;
          if (isGone || !video.current) return stop(got);
          video.current.srcObject = got;
          setState('on');
        },
        () => setState('none'),
      );
    return () => {
      isGone = true;
      if (stream) stop(stream);
    };
  }, []);

  const take = (): void => {
    const from = video.current;
    if (!from) return;
    const canvas = document.createElement('canvas');
    canvas.width = from.videoWidth;
    canvas.height = from.videoHeight;
    canvas.getContext('2d')?.drawImage(from, 0, 0);
    canvas.toBlob((blob) => blob && onTaken(new File([blob], 'paper.jpg', { type: 'image/jpeg' })), 'image/jpeg', 0.92);
  };
  return (
    <div class="camera">
      {state === 'none' ? (
        <Notice tone="wait">{t('paper.noCamera')}</Notice>
      ) : (
        <>
          <video ref={video} autoplay playsInline muted aria-label={t('paper.camera')} />
          <button type="button" disabled={state !== 'on'} onClick={take}>
            {t('paper.take')}
          </button>
        </>
      )}
    </div>
  );
}

const stop = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};
