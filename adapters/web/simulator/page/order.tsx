import type { JSX } from 'preact';
import { t } from '#adapters/web/page/texts.ts';
import type { Act, ShownOrder } from './api.ts';
import { Sheet } from './sheet.tsx';

interface OrderProps {
  readonly order: ShownOrder;
  readonly onClose: () => void;
  readonly onPay: (act: Act) => void;
}

const outcomes = ['success', 'failed', 'pending'] as const;

/** What is to be paid, and what the bank is told to do; no money moves. */
export const OrderSheet = ({ order: { reference, item, amount }, onClose, onPay }: OrderProps): JSX.Element => (
  <Sheet title={t('simulator.order.title')} onClose={onClose}>
    <p>
      {item} · <strong>{amount}</strong>
    </p>
    <ul class="rows">
      {outcomes.map((outcome) => (
        <li key={outcome}>
          <button type="button" class="row" onClick={() => onPay({ type: 'pay', reference, outcome })}>
            <strong>{t(`simulator.order.${outcome}`)}</strong>
          </button>
        </li>
      ))}
    </ul>
  </Sheet>
);
