import { render } from 'preact';
import { ChannelLog } from './channel-log.tsx';
import { Dashboard } from './dashboard.tsx';

const app = document.getElementById('app');
const isLog = location.pathname.endsWith('/channels');
if (app) render(isLog ? <ChannelLog /> : <Dashboard />, app);
