import type { ComponentChildren, JSX } from 'preact';
import { pageData } from '#adapters/web/page/page-data.ts';
import { t } from '#adapters/web/page/texts.ts';
import type { Bubble, SimulatorPageData } from './api.ts';
import { AttachSheet, PlacesSheet } from './attach.tsx';
import { Rows } from './bubble.tsx';
import { Chat } from './chat.tsx';
import { Composer } from './composer.tsx';
import { FormSheet } from './form.tsx';
import { initialOf, nameOf, showUser } from './holders.ts';
import { Icon } from './icons.tsx';
import { Keypad } from './keypad.tsx';
import { OrderSheet } from './order.tsx';
import type { HeldPhone } from './phone.ts';
import { Sheet } from './sheet.tsx';
import { showTime } from './time.ts';

const { samples } = pageData<SimulatorPageData>();

interface HandsetProps {
  readonly phone: HeldPhone;
  /** People and help, in a sheet where there is no room beside the phone. */
  readonly menu: ComponentChildren;
  readonly onUse: () => void;
}

/** A phone as it looks: a smartphone, or one with keys where it knows texts only. */
export function Handset({ phone, menu, onUse }: HandsetProps): JSX.Element {
  const { kind, user, talks, draft, sheet } = phone;
  return (
    <section class={`phone ${kind}`} aria-label={t(`simulator.phone.${kind}`)} onFocusIn={onUse}>
      <div class="screen">
        <div class="under" inert={sheet !== undefined}>
          <PhoneHead phone={phone} onMenu={menu ? () => phone.open('menu') : undefined} />
          <Chat
            key={`${kind}/${user}`}
            bubbles={talks.bubbles}
            isTyping={talks.isTyping}
            onTap={(id) => phone.act({ type: 'choice', id })}
            onList={phone.open}
            onPlaces={() => phone.open('places')}
            onForm={(form) => phone.open({ form })}
            onOrder={(order) => phone.open({ order })}
          />
          {phone.hasFailed && (
            <p class="failed" role="alert">
              {t('simulator.notSent')}
            </p>
          )}
          <Composer
            draft={draft}
            input={phone.input}
            onDraft={phone.setDraft}
            onSend={phone.send}
            {...(kind !== 'sms' && { onAttach: () => phone.open('attach') })}
          />
        </div>
        <OpenedSheet phone={phone} menu={menu} />
      </div>
      {kind === 'sms' && <Keypad onKey={(key) => phone.setDraft(draft + key)} />}
    </section>
  );
}

function OpenedSheet({ phone, menu }: Omit<HandsetProps, 'onUse'>): JSX.Element | null {
  const { sheet, close, act } = phone;
  if (sheet === undefined) return null;
  if (sheet === 'attach')
    return (
      <AttachSheet
        samples={samples}
        onClose={close}
        onFile={phone.sendFile}
        onSample={(id) => act({ type: 'sample', id })}
        onPlaces={() => phone.open('places')}
      />
    );
  if (sheet === 'places')
    return <PlacesSheet onClose={close} onPlace={(place) => act({ type: 'location', ...place })} />;
  if (sheet === 'menu')
    return (
      <Sheet title={t('simulator.title')} onClose={close}>
        <div class="side">{menu}</div>
      </Sheet>
    );
  if ('id' in sheet) return <ListSheet bubble={sheet} onClose={close} onTap={(id) => act({ type: 'choice', id })} />;
  if ('order' in sheet) return <OrderSheet order={sheet.order} onClose={close} onPay={act} />;
  return <FormSheet title={sheet.form} onStep={phone.hand.form} onClose={close} />;
}

interface HeadProps {
  readonly phone: HeldPhone;
  readonly onMenu: (() => void) | undefined;
}

function PhoneHead({ phone: { kind, talks, user, act }, onMenu }: HeadProps): JSX.Element {
  const { isOnline, isTyping } = talks;
  const state = !isOnline ? 'offline' : isTyping ? 'typing' : 'online';
  return (
    <>
      <div class="status-bar" aria-hidden="true">
        <span>{showTime(Date.now())}</span>
        <span class="signs">
          <i class="bars" />
          <i class="battery" />
        </span>
      </div>
      <div class="head">
        <span class="mark" aria-hidden="true">
          एक
        </span>
        <div class="contact">
          <h1>{t('simulator.contact')}</h1>
          <p aria-live="off">
            <span class="by">{t(`simulator.phone.${kind}`)}</span>
            <span>{t(`simulator.${state}`)}</span>
          </p>
        </div>
        <div class="held" title={showUser(user)}>
          <span class="initial" aria-hidden="true">
            {initialOf(user)}
          </span>
          <span class="hidden">{`${t('simulator.holders')}: ${nameOf(user)}`}</span>
        </div>
        {kind === 'sms' && (
          <button
            type="button"
            class="round"
            aria-label={t('simulator.call')}
            title={t('simulator.call')}
            onClick={() => act({ type: 'call' })}
          >
            <Icon name="call" />
          </button>
        )}
        {onMenu && (
          <button type="button" class="round" aria-label={t('simulator.menu')} onClick={onMenu}>
            <Icon name="menu" />
          </button>
        )}
      </div>
    </>
  );
}

interface ListProps {
  readonly bubble: Bubble;
  readonly onClose: () => void;
  readonly onTap: (id: string) => void;
}

const ListSheet = ({ bubble: { list }, onClose, onTap }: ListProps): JSX.Element => (
  <Sheet title={list && /\p{L}/u.test(list.title) ? list.title : t('simulator.pick')} onClose={onClose}>
    {list?.sections.map(({ title, rows }) => (
      <div key={title ?? ''}>
        {title && <h3>{title}</h3>}
        <Rows rows={rows} onTap={onTap} />
      </div>
    ))}
  </Sheet>
);
