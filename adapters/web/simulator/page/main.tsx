import './style.css';
import { render } from 'preact';
import { Simulator } from './simulator.tsx';

const app = document.getElementById('app');
if (app) render(<Simulator />, app);
