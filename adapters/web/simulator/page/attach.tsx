import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '#adapters/web/page/texts.ts';
import type { Place, SimulatorPageData } from './api.ts';
import { Icon } from './icons.tsx';
import { Sheet } from './sheet.tsx';

interface AttachProps {
  readonly samples: SimulatorPageData['samples'];
  readonly onClose: () => void;
  readonly onFile: (file: File) => void;
  readonly onSample: (id: string) => void;
  readonly onPlaces: () => void;
}

export function AttachSheet({ samples, onClose, onFile, onSample, onPlaces }: AttachProps): JSX.Element {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <Sheet title={t('simulator.attachTitle')} onClose={onClose}>
      <ul class="rows">
        {samples.map(({ id, label }) => (
          <li key={id}>
            <button type="button" class="row with-icon" onClick={() => onSample(id)}>
              <Icon name="paper" />
              <strong>{label}</strong>
              <span>{t('simulator.sampleAbout')}</span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" class="row with-icon" onClick={() => picker.current?.click()}>
            <Icon name="photo" />
            <strong>{t('simulator.photo')}</strong>
            <span>{t('simulator.photoAbout')}</span>
          </button>
          <input
            ref={picker}
            type="file"
            hidden
            accept="image/*,application/pdf,audio/*"
            aria-label={t('simulator.photo')}
            onChange={({ currentTarget: { files } }) => files?.[0] && onFile(files[0])}
          />
        </li>
        <li>
          <button type="button" class="row with-icon" onClick={onPlaces}>
            <Icon name="pin" />
            <strong>{t('simulator.location')}</strong>
            <span>{t('simulator.locationAbout')}</span>
          </button>
        </li>
      </ul>
    </Sheet>
  );
}

const places = [
  { id: 'connaughtPlace', latitude: 28.6315, longitude: 77.2167 },
  { id: 'karolBagh', latitude: 28.6519, longitude: 77.1909 },
  { id: 'chandniChowk', latitude: 28.6506, longitude: 77.2303 },
  { id: 'rohini', latitude: 28.7041, longitude: 77.1161 },
  { id: 'dwarka', latitude: 28.5823, longitude: 77.0569 },
  { id: 'lajpatNagar', latitude: 28.5677, longitude: 77.2433 },
] as const;

export const PlacesSheet = ({ onClose, onPlace }: PlacesProps): JSX.Element => (
  <Sheet title={t('simulator.locationTitle')} onClose={onClose}>
    <ul class="rows">
      {places.map(({ id, ...where }) => {
        const name = t(`simulator.places.${id}`);
        return (
          <li key={id}>
            <button type="button" class="row with-icon" onClick={() => onPlace({ ...where, name })}>
              <Icon name="pin" />
              <strong>{name}</strong>
            </button>
          </li>
        );
      })}
    </ul>
  </Sheet>
);

interface PlacesProps {
  readonly onClose: () => void;
  readonly onPlace: (place: Place) => void;
}
