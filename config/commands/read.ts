import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { tesseract } from '#adapters/text-readers/tesseract/index.ts';
import { papers } from '#config/papers/index.ts';
import { uploadLimits } from '../upload-limits.ts';

// Reads one photo or PDF as the platform would, and prints the reading as JSON: npm run read -- FILE [--as birth-slip]
const usage = 'usage: npm run read -- FILE [--as TYPE]';

const silent = { info: () => undefined, warn: () => undefined, alarm: () => undefined };
const clock = { now: () => new Date().toISOString() };

function given(): { file: string; expected: string[] } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { as: { type: 'string', multiple: true } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Error(usage);
  return { file, expected: values.as ?? [] };
}

async function main(): Promise<void> {
  const { file, expected } = given();
  const reader = tesseract.open({ papers }, { log: silent, clock, mostMegabytes: uploadLimits.mostMegabytes.value });
  try {
    const { type = null, quality, facts, problems } = await reader.read(await readFile(file), expected);
    process.stdout.write(`${JSON.stringify({ type, quality, facts, problems })}\n`);
  } finally {
    await reader.close?.();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`);
  process.exitCode = 1;
});
