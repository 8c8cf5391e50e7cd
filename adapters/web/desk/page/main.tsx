import { render } from 'preact';
import { pageData } from '#adapters/web/page/page-data.ts';
import type { DeskPageData } from './api.ts';
import { Desk } from './desk.tsx';
import { Login } from './login.tsx';

const { officer, demoUsers = [] } = pageData<DeskPageData>();
const app = document.getElementById('app');
if (app) render(officer ? <Desk officer={officer} /> : <Login demoUsers={demoUsers} />, app);
