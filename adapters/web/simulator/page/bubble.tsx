import type { ComponentChildren, JSX } from 'preact';
import { showNumber, t } from '#adapters/web/page/texts.ts';
import type { Bubble, Place, ShownFile, ShownOrder, Tappable } from './api.ts';
import { formatted, type Piece } from './format.ts';
import { Icon, Streets, Ticks } from './icons.tsx';
import { showTime } from './time.ts';

interface BubbleProps {
  readonly bubble: Bubble;
  /** First of several by the same side. */
  readonly isFirst: boolean;
  /** The choices of this message that were tapped, by their titles. */
  readonly tapped: ReadonlySet<string>;
  /** Begin of the message that this one answers. */
  readonly quote?: string;
  readonly onTap: (id: string) => void;
  readonly onList: (bubble: Bubble) => void;
  readonly onPlaces: () => void;
  readonly onForm: (title: string) => void;
  readonly onOrder: (order: ShownOrder) => void;
  readonly onGrown: () => void;
}

export function BubbleItem(props: BubbleProps): JSX.Element {
  const { bubble, isFirst, quote, onGrown } = props;
  const { order, isMine, title, text, footer, file, place, isCall, unknown, ticks, at } = bubble;
  return (
    <li class={['said', isMine ? 'mine' : 'theirs', isFirst && 'first'].filter(Boolean).join(' ')}>
      <span class="hidden">{t(isMine ? 'simulator.you' : 'simulator.contact')}: </span>
      <div class={bubbleClass(bubble)} dir="auto">
        {quote && <p class="quote">{quote}</p>}
        {file && <FileCard file={file} onGrown={onGrown} />}
        {place && <PlaceCard place={place} />}
        {title && <p class="title">{title}</p>}
        {text && (
          <p class="words">
            <Words text={text} />
          </p>
        )}
        {order && <OrderCard order={order} />}
        {isCall && (
          <p class="words call">
            <Icon name="call" />
            {t('simulator.missedCall')}
          </p>
        )}
        {unknown !== undefined && <p class="words unknown">{t('simulator.unknown')}</p>}
        {footer && <p class="footer">{footer}</p>}
        <span class="meta">
          <time dateTime={new Date(at).toISOString()}>{showTime(at)}</time>
          {ticks && (
            <>
              <Ticks are={ticks} />
              <span class="hidden">{t(`simulator.ticks.${ticks}`)}</span>
            </>
          )}
        </span>
      </div>
      <TapParts {...props} />
    </li>
  );
}

const bubbleClass = ({ file, place, text, footer, order, isCall, unknown }: Bubble): string =>
  ['bubble', (file || place) && 'with-card', (text || isCall || unknown) && !footer && !order && 'time-inside']
    .filter(Boolean)
    .join(' ');

function TapParts({ bubble, tapped, onTap, onList, onPlaces, onForm, onOrder }: BubbleProps): JSX.Element | null {
  const { buttons, list, link, asksLocation, form, order } = bubble;
  if (order && order.state !== 'open' && order.state !== 'processing') return null;
  if (order)
    return (
      <div class="taps">
        <Tap onClick={() => onOrder(order)}>{t('simulator.order.review')}</Tap>
      </div>
    );
  if (form)
    return (
      <div class="taps">
        <Tap onClick={() => onForm(form.title)}>
          <Icon name="list" />
          {form.title}
        </Tap>
      </div>
    );
  if (buttons)
    return (
      <div class="taps">
        {buttons.map(({ id, title }) => (
          <Tap key={id} isTapped={tapped.has(title)} onClick={() => onTap(id)}>
            {title}
          </Tap>
        ))}
      </div>
    );
  if (list)
    return (
      <div class="taps">
        <Tap onClick={() => onList(bubble)}>
          <Icon name="list" />
          {/\p{L}/u.test(list.title) ? list.title : t('simulator.pick')}
        </Tap>
      </div>
    );
  if (asksLocation)
    return (
      <div class="taps">
        <Tap onClick={onPlaces}>
          <Icon name="pin" />
          {t('simulator.sendLocation')}
        </Tap>
      </div>
    );
  if (!link) return null;
  return (
    <div class="taps">
      <a class="tap" dir="auto" href={link.url} target="_blank" rel="noopener">
        <Icon name="open" />
        {link.title}
      </a>
    </div>
  );
}

const Tap = ({ isTapped = false, onClick, children }: TapProps): JSX.Element => (
  <button
    type="button"
    class="tap"
    dir="auto"
    aria-pressed={isTapped || undefined}
    disabled={isTapped}
    onClick={onClick}
  >
    {children}
  </button>
);

interface TapProps {
  readonly isTapped?: boolean;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

/** The rows of a list, to be tapped. */
export const Rows = ({ rows, onTap }: { rows: readonly Tappable[]; onTap: (id: string) => void }): JSX.Element => (
  <ul class="rows">
    {rows.map(({ id, title, description }) => (
      <li key={id}>
        <button type="button" class="row" dir="auto" onClick={() => onTap(id)}>
          <strong>{title}</strong>
          {description && <span>{description}</span>}
        </button>
      </li>
    ))}
  </ul>
);

export const Words = ({ text }: { text: string }): JSX.Element => <>{formatted(text).map(toElement)}</>;

function toElement(piece: Piece): JSX.Element | string {
  if (typeof piece === 'string') return piece;
  if ('link' in piece)
    return (
      <a href={piece.link} target="_blank" rel="noopener">
        {piece.link}
      </a>
    );
  const Mark = piece.mark;
  return <Mark>{piece.inner.map(toElement)}</Mark>;
}

function FileCard({ file, onGrown }: { file: ShownFile; onGrown: () => void }): JSX.Element {
  const { kind, url, name = t('simulator.picture') } = file;
  const label = t('simulator.openFile', { name });
  if (kind === 'image' || kind === 'sticker')
    return (
      <a class="picture" href={url} target="_blank" rel="noopener" aria-label={label}>
        <img src={url} alt="" onLoad={onGrown} />
      </a>
    );
  return (
    <a class="file" href={url} target="_blank" rel="noopener" aria-label={label}>
      <span class="file-icon">{endingOf(file)}</span>
      <span class="file-about">
        <strong>{name}</strong>
        {file.bytes !== undefined && <span>{showSize(file.bytes)}</span>}
      </span>
    </a>
  );
}

const endingOf = ({ name = '', mime }: ShownFile): string =>
  mime === 'application/pdf' ? 'PDF' : (name.split('.').at(-1) ?? '').slice(0, 4).toUpperCase();

const showSize = (bytes: number): string =>
  bytes < 1_000_000
    ? t('simulator.kilobytes', { count: showNumber(Math.max(1, Math.round(bytes / 1000))) })
    : t('simulator.megabytes', { count: showNumber(Math.round(bytes / 100_000) / 10) });

const OrderCard = ({ order: { item, amount, state } }: { order: ShownOrder }): JSX.Element => (
  <p class="footer">{[item, amount, ...(state === 'open' ? [] : [t(`simulator.order.${state}`)])].join(' · ')}</p>
);

function PlaceCard({ place: { latitude, longitude, name } }: { place: Place }): JSX.Element {
  const where = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  return (
    <div class="place-card">
      <div class="map" role="img" aria-label={t('simulator.map', { name: name ?? where })}>
        <Streets />
        <Icon name="pin" />
      </div>
      {name && <strong>{name}</strong>}
      <span class="where">{where}</span>
    </div>
  );
}
