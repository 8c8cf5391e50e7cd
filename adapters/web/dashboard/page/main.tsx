import { render } from 'preact';
import { ChannelLog } from './channel-log.tsx';
import { Dashboard } from './dashboard.tsx';
import { OptIns } from './opt-in.tsx';

const app = document.getElementById('app');
const pages = { channels: ChannelLog, 'opt-in': OptIns } as const;
const name = location.pathname.split('/').at(-1);
const Page = name === 'channels' || name === 'opt-in' ? pages[name] : Dashboard;
if (app) render(<Page />, app);
