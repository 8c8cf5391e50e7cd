import './style.css';
import { render } from 'preact';
import { Kiosk } from './kiosk.tsx';

const app = document.getElementById('app');
if (app) render(<Kiosk />, app);
