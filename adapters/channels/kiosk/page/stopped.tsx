import type { JSX } from 'preact';
import { tIn } from './words.ts';

/** Whoever stands before it reads one of these. */
const LANGUAGES = ['hi', 'en'];

/** The kiosk is out of service. Nothing can be done here, and nothing of anybody is left. */
export const Stopped = ({ kiosk }: { kiosk: string }): JSX.Element => (
  <main class="stopped">
    {LANGUAGES.map((language) => (
      <section key={language} lang={language} role={language === LANGUAGES[0] ? 'alert' : undefined}>
        {language === LANGUAGES[0] ? (
          <h1>{tIn(language, 'stopped.title')}</h1>
        ) : (
          <h2>{tIn(language, 'stopped.title')}</h2>
        )}
        <p>{tIn(language, 'stopped.about')}</p>
        <p class="quiet">{tIn(language, 'stopped.operator', { kiosk })}</p>
      </section>
    ))}
  </main>
);
