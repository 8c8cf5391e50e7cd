import type { JSX } from 'preact';
import { render } from 'preact';
import { ChannelLog } from './channel-log.tsx';
import { Costs } from './costs.tsx';
import { Dashboard } from './dashboard.tsx';
import { Kiosks } from './kiosks.tsx';
import { OptIns } from './opt-in.tsx';

const app = document.getElementById('app');
/** By the end of the address. */
const pages = new Map<string | undefined, () => JSX.Element>([
  ['channels', ChannelLog],
  ['costs', Costs],
  ['opt-in', OptIns],
  ['kiosks', Kiosks],
]);
const Page = pages.get(location.pathname.split('/').at(-1)) ?? Dashboard;
if (app) render(<Page />, app);
