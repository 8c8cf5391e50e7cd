import type { JSX } from 'preact';

const paths = {
  send: 'M4 20.5 21 12 4 3.5l-.01 6.6L15 12 3.99 13.9z',
  attach: 'M17.5 6.5v10a5.5 5.5 0 0 1-11 0V6a3.5 3.5 0 0 1 7 0v9.5a1.5 1.5 0 0 1-3 0V7',
  close: 'M6 6l12 12M18 6 6 18',
  menu: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6v.01M4.5 12v.01M4.5 18v.01',
  open: 'M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9',
  pin: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z',
  photo: 'M4 5.5h16v13H4zM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9.3v.01',
  paper: 'M6 3.5h8.5l3.5 4v13H6zM14 3.5v4.5h4M9 12.5h6M9 16h6',
  call: 'M6.5 4h3l1.5 4-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4 1.5v3a2 2 0 0 1-2 2A15.5 15.5 0 0 1 4.5 6a2 2 0 0 1 2-2z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.5-4 3.5-6 7.5-6s7 2 7.5 6',
} as const;

export type IconName = keyof typeof paths;

/** Drawn for this page. Whoever uses one says beside it, or by `aria-label`, what it stands for. */
export const Icon = ({ name }: { name: IconName }): JSX.Element => (
  <svg class={`icon ${name}`} viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);

/** One tick, or two. */
export const Ticks = ({ are }: { are: 'sent' | 'delivered' | 'read' }): JSX.Element => (
  <svg class={`ticks ${are}`} viewBox="0 0 18 11" aria-hidden="true">
    <path d="M1 6l3.5 3.5L11.5 1.5" />
    {are !== 'sent' && <path d="M8.2 8.3l1.2 1.2L16.5 1.5" />}
  </svg>
);

/** Streets that are nowhere: a real map would ask somebody outside where the citizen is. */
export const Streets = (): JSX.Element => (
  <svg class="streets" viewBox="0 0 240 110" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    <rect width="240" height="110" class="land" />
    <path class="park" d="M0 0h64l-12 40L0 52zM168 74l72-18v54h-84z" />
    <path class="water" d="M196 0c-6 18 18 24 14 44h30V0z" />
    <path class="road" d="M-5 70 250 36M40-5 92 115M132-5l30 120M-5 24l120-12M70 115l180-32" />
    <path class="wide" d="M-5 92 120 56 250 66M118-5l4 120" />
  </svg>
);
