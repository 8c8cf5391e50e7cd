import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { measureChannels } from '../bench/channels.ts';
import { measureChat } from '../bench/chat.ts';
import { measureMessages } from '../bench/messages.ts';
import { measurePrinting, measureReading } from '../bench/papers.ts';
import { measureSockets } from '../bench/sockets.ts';
import { asTable, isMet, type Line } from '../bench/table.ts';
import { measureUnderstanding } from '../bench/understanding.ts';
import { reasonOf } from '../reason-of.ts';

// Speed, each line beside its limit or peer of the same run: npm run bench [-- --json FILE] [--only chat]
// Times of one machine mean little to another; ratios do. Nothing leaves this machine.

const say = (what: string): void => void process.stderr.write(`… ${what}\n`);

const parts: Readonly<Record<string, (nodeFlags: readonly string[]) => Promise<readonly Line[]>>> = {
  messages: () => measureMessages(),
  channels: () => measureChannels(),
  understanding: () => measureUnderstanding(say),
  printing: async () => [await measurePrinting()],
  reading: async () => [await measureReading()],
  sockets: () => measureSockets(),
  chat: (nodeFlags) => measureChat(process.env.DATABASE_URL, nodeFlags, say),
};

try {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      only: { type: 'string', multiple: true },
      /** Given to the measured platform's Node, such as --cpu-prof. */
      'node-flag': { type: 'string', multiple: true },
    },
  });
  const lines: Line[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (values.only && !values.only.includes(name)) continue;
    say(name);
    lines.push(...(await measure(values['node-flag'] ?? [])));
  }
  console.log(asTable(lines));
  if (values.json !== undefined) {
    const run = { node: process.version, processors: availableParallelism(), at: new Date().toISOString() };
    const results = lines.map((line) => ({ ...line, met: isMet(line) }));
    await writeFile(values.json, `${JSON.stringify({ ...run, lines: results }, null, 2)}\n`);
  }
  process.exit(0);
} catch (error) {
  console.error(reasonOf(error));
  process.exit(1);
}
