import { parse } from '#adapters/channels/whatsapp-cloud/parse.ts';
import { render } from '#adapters/channels/whatsapp-cloud/render.ts';
import { openLanguageEngine } from '#adapters/language/embedded/index.ts';
import { loadLanguageModel } from '../language/trained-model.ts';
import { loadTrainingData } from '../language/training-data.ts';
import { perSecond } from './per-second.ts';
import type { Line } from './table.ts';
import { textWebhook } from './webhooks.ts';

const receivedAt = '2026-03-16T05:30:00.000Z';

/** What is done with each message in memory. */
export async function measureMessages(): Promise<readonly Line[]> {
  const body = textWebhook('910000000001', 'bench', 'mere ghar beti hui hai, kagaz banwana hai');
  const message = {
    text: 'Kaunsi seva chahiye?',
    choices: Array.from({ length: 8 }, (_, i) => ({ id: `service/bench-${i}/apply`, label: `Seva ${i}` })),
  };
  const plain: unknown = JSON.parse(JSON.stringify(render(message)));
  const engine = openLanguageEngine(await loadLanguageModel());
  const sentences = (await loadTrainingData()).rows.map(({ text }) => text);
  const understood = perSecond((i) => engine.understand(sentences[i % sentences.length] ?? ''));
  return [
    {
      what: 'WhatsApp webhooks parsed',
      value: perSecond(() => parse(JSON.parse(body), { receivedAt })),
      unit: '/s',
      peer: { name: 'JSON.parse alone', value: perSecond(() => JSON.parse(body)) },
    },
    {
      what: 'WhatsApp lists rendered',
      value: perSecond(() => JSON.stringify(render(message))),
      unit: '/s',
      peer: {
        name: 'JSON.stringify alone',
        value: perSecond(() => JSON.stringify(plain)),
      },
    },
    { what: 'messages understood (language engine)', value: understood, unit: '/s' },
    { what: 'a message understood', value: 1e6 / understood, unit: 'µs', aim: { atMost: 1000 } },
  ];
}
