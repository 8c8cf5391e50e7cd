import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { GraphError } from './errors.ts';
import { validated } from './validate.ts';

const creation = z.strictObject({
  name: z.string().min(1).max(200),
  categories: z.array(z.literal('OTHER')).length(1),
  endpoint_uri: z.url(),
  flow_json: z.string().max(10 * 1024 * 1024),
  publish: z.literal(true),
});
const pickers = ['PhotoPicker', 'DocumentPicker'];
const screen = z.looseObject({
  id: z.string().regex(/^[A-Za-z_]+$/),
  layout: z.looseObject({
    children: z
      .array(z.looseObject({ type: z.string() }))
      .max(50)
      .refine((all) => all.filter(({ type }) => pickers.includes(type)).length <= 1, 'one picker on a screen')
      .refine((all) => all.filter(({ type }) => type === 'EmbeddedLink').length <= 2, 'two links on a screen'),
  }),
});
const flowJson = z.looseObject({
  version: z.literal('7.3'),
  data_api_version: z.literal('3.0'),
  routing_model: z.record(z.string(), z.array(z.string()).max(10)),
  screens: z.array(screen).min(1),
});

export interface KeptFlow {
  readonly id: string;
  readonly name: string;
  readonly endpoint: string;
  readonly json: z.infer<typeof flowJson>;
  readonly status: 'PUBLISHED' | 'DEPRECATED';
}

/** Flows that were handed in, and the key by which phones seal what they say to our endpoint. */
export class Flows {
  private readonly kept = new Map<string, KeptFlow>();
  private readonly keys = new Map<string, string>();

  create(given: unknown): object {
    const { name, endpoint_uri, flow_json } = validated(creation, given);
    if (this.kept.has(name)) throw new GraphError(400, 139001, 'A Flow with this name exists already');
    if (this.keys.size === 0) throw new GraphError(400, 139002, 'Publishing failed: no signed public key');
    const id = String(2_000_000 + this.kept.size);
    this.kept.set(name, {
      id,
      name,
      endpoint: endpoint_uri,
      json: validated(flowJson, jsonIn(flow_json)),
      status: 'PUBLISHED',
    });
    return { id, success: true, validation_errors: [] };
  }

  /** Page by page, as Meta hands them out. */
  list(after: string | null, limit: number): object {
    const all = [...this.kept.values()].map(({ id, name, status }) => ({
      id,
      name,
      status,
      categories: ['OTHER'],
    }));
    const from = Number(after ?? 0);
    const data = all.slice(from, from + limit);
    const next = from + data.length;
    return {
      data,
      paging: { cursors: { before: String(from), after: String(next) }, ...(next < all.length && { next: 'more' }) },
    };
  }

  /** From now on it can neither be sent nor opened. @throws GraphError when it is not in use */
  deprecate(id: string): object {
    const flow = [...this.kept.values()].find((each) => each.id === id);
    if (flow?.status !== 'PUBLISHED') throw new GraphError(400, 139003, 'This Flow cannot be deprecated');
    this.kept.set(flow.name, { ...flow, status: 'DEPRECATED' });
    return { success: true };
  }

  /** @throws GraphError when there is none of that name in use, by Meta's code for it */
  find(name: string): KeptFlow {
    const flow = this.kept.get(name);
    if (flow?.status !== 'PUBLISHED') throw new GraphError(400, 131009, 'Parameter value is not valid: no such Flow');
    return flow;
  }

  keepKey(line: string, pem: string): object {
    try {
      const key = createPublicKey(pem);
      if (key.asymmetricKeyDetails?.modulusLength !== 2048) throw new Error('2048 bits are required');
    } catch {
      throw new GraphError(400, 100, 'Invalid public key');
    }
    this.keys.set(line, pem);
    return { success: true };
  }

  keyOf(line: string): string | undefined {
    return this.keys.get(line);
  }

  showKey(line: string): object {
    const pem = this.keys.get(line);
    return {
      data: pem === undefined ? [] : [{ business_public_key: pem, business_public_key_signature_status: 'VALID' }],
    };
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new GraphError(400, 139002, 'Invalid Flow JSON');
  }
}
