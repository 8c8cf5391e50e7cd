import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { PaperDefinition } from '#adapters/text-readers/paper-definition.ts';

const Fact = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  kind: z.enum(['date', 'name', 'sex', 'text', 'address', 'number']),
  labels: z.array(z.string().min(1)),
  pattern: z.string().optional(),
  heading: z.array(z.string().min(1)).optional(),
  above: z.string().optional(),
  anywhere: z.boolean().optional(),
  optional: z.boolean().optional(),
});

const Paper = z.strictObject({
  type: z.string().regex(/^[a-z][a-z0-9-]*$/),
  keywords: z.array(z.string().min(1)),
  facts: z.array(Fact),
  otherLabels: z.array(z.string().min(1)).optional(),
  qr: z.literal('aadhaar').optional(),
  anyOf: z.array(z.string()).optional(),
});

const here = new URL('./', import.meta.url);

/** Every document type that can be read: one file each in this folder. A file that is wrong stops the start. */
export const papers: readonly PaperDefinition[] = readdirSync(here)
  .filter((name) => name.endsWith('.json'))
  .toSorted()
  // Parsing drops what the file left out, so the optional keys are absent and never undefined.
  .map((name) => Paper.parse(JSON.parse(readFileSync(new URL(name, here), 'utf8'))) as PaperDefinition);
