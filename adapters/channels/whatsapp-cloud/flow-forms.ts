import { z } from 'zod';
import type { ChannelForms, PublishedForms } from '#application/ports/out/channel.ts';
import type { Checked } from '#application/ports/out/checked.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import type { ServiceId } from '#domain/shared/ids.ts';
import type { InstalledLanguage, Language } from '#domain/shared/language.ts';
import { call, type WhatsAppSettings } from './client.ts';
import { flowNameOf, flowOf } from './flow.ts';
import type { Say } from './flow-fields.ts';
import { flowLanguageOf, hasWordsFor } from './flow-language.ts';
import { pingEndpoint } from './flow-ping.ts';
import { linesOf } from './lines.ts';

export interface FlowFormsWorld {
  readonly settings: WhatsAppSettings;
  readonly publicPem: string;
  readonly catalogue: Catalogue;
  readonly languages: readonly InstalledLanguage[];
  readonly sayIn: (language: Language) => Say;
  /** The largest paper that may be handed over. */
  readonly mostMegabytes: number;
  /** Where phones find our endpoint. */
  readonly endpointUrl: string;
}

const listed = z.object({
  data: z.array(z.object({ id: z.coerce.string(), name: z.string(), status: z.string() })),
  paging: z
    .object({ cursors: z.object({ after: z.string().optional() }).optional(), next: z.string().optional() })
    .optional(),
});
type Listed = z.infer<typeof listed>['data'][number];
const created = z.object({
  id: z.coerce.string(),
  validation_errors: z.array(z.object({ error: z.string().catch('unknown') })).catch([]),
});
const keys = z.object({
  data: z.array(
    z.object({
      business_public_key: z.string().optional(),
      business_public_key_signature_status: z.string().optional(),
    }),
  ),
});

/** The Flows of every service in every language, at the provider. They are known by name: what changes has another. */
export function flowForms(world: FlowFormsWorld): ChannelForms {
  const { settings, catalogue, languages, sayIn, mostMegabytes } = world;
  const account = encodeURIComponent(settings.businessAccountId ?? '');
  const names = new Map<string, { readonly name: string; readonly json: string }>();
  let ready: ReadonlyMap<string, Listed> = new Map();

  const flowFor = (serviceId: ServiceId, wanted: Language): { name: string; json: string } | undefined => {
    const service = catalogue.find(serviceId);
    const language = flowLanguageOf(serviceId, wanted, languages);
    const key = `${serviceId}/${language}`;
    const known = names.get(key);
    if (known || !service) return known;
    const json = flowOf(service, sayIn(language), mostMegabytes);
    const made = { name: flowNameOf(service, language, json), json: JSON.stringify(json) };
    names.set(key, made);
    return made;
  };

  const refresh = async (): Promise<void> => {
    ready = new Map((await list(settings, account)).map((each) => [each.name, each]));
  };

  const isPublished = (name: string): boolean => ready.get(name)?.status === 'PUBLISHED';

  return {
    nameOf: (service, language) => {
      const name = ready.size === 0 ? undefined : flowFor(service, language)?.name;
      return name !== undefined && isPublished(name) ? name : undefined;
    },
    refresh,
    async publish() {
      for (const line of linesIn(settings)) await handKey(world, line);
      await refresh();
      const wanted = catalogue.services.flatMap(({ id }) =>
        languages.filter((each) => hasWordsFor(each, id)).flatMap(({ code }) => flowFor(id, code) ?? []),
      );
      const missing = wanted.filter(({ name }) => !isPublished(name));
      const refused: { name: string; why: string }[] = [];
      for (const { name, json } of missing) {
        const why = await create(world, account, name, json);
        if (why !== undefined) refused.push({ name, why });
      }
      await refresh();
      const older = olderThan(wanted.map(({ name }) => name).filter(isPublished), [...ready.values()]);
      for (const { id } of older) await call(settings, `/${encodeURIComponent(id)}/deprecate`, { method: 'POST' });
      if (older.length > 0) await refresh();
      return {
        fresh: missing.length - refused.length,
        asBefore: wanted.length - missing.length,
        retired: older.length,
        refused,
      } satisfies PublishedForms;
    },
    async check() {
      if (account === '') return { ok: false, problem: 'WHATSAPP_BUSINESS_ACCOUNT_ID is needed to publish forms' };
      try {
        await refresh();
        const misfits = await misfitsIn(world);
        if (misfits.length > 0)
          return { ok: false, problem: `${misfits.join(', ')}; npm run forms hands our public key over` };
        const count = [...ready.keys()].filter(isPublished).length;
        if (count === 0) return { ok: false, problem: 'no form is published; npm run forms does it' };
        return endpointChecked(await pingEndpoint({ ...world, appSecret: settings.appSecret }), count);
      } catch (error) {
        return { ok: false, problem: error instanceof NotDelivered ? error.code : 'no answer' };
      }
    },
  };
}

/** What stands before the digest of a name: the service and the language. */
const stemOf = (name: string): string | undefined => /^(.+)_[0-9a-f]{8}$/.exec(name)?.[1];

/** Those that say what these said before; Flows of others in the same account have other names. */
function olderThan(names: readonly string[], all: readonly Listed[]): readonly Listed[] {
  const stems = new Set(names.map(stemOf));
  return all.filter(
    ({ name, status }) => status === 'PUBLISHED' && stemOf(name) && stems.has(stemOf(name)) && !names.includes(name),
  );
}

/** All pages, a few hundred at a time. */
async function list(settings: WhatsAppSettings, account: string) {
  const all: z.infer<typeof listed>['data'] = [];
  let after: string | undefined;
  do {
    const query = new URLSearchParams({
      fields: 'id,name,status',
      limit: '200',
      ...(after !== undefined && { after }),
    });
    const page = listed.parse(await call(settings, `/${account}/flows?${query}`, {}));
    all.push(...page.data);
    after = page.paging?.next === undefined ? undefined : page.paging.cursors?.after;
  } while (after !== undefined);
  return all;
}

/** Creates and publishes in one call. Returns why it was not taken. */
async function create(
  { settings, endpointUrl }: FlowFormsWorld,
  account: string,
  name: string,
  json: string,
): Promise<string | undefined> {
  try {
    const answer = created.parse(
      await call(settings, `/${account}/flows`, {
        method: 'POST',
        json: { name, categories: ['OTHER'], endpoint_uri: endpointUrl, flow_json: json, publish: true },
      }),
    );
    return answer.validation_errors[0]?.error;
  } catch (error) {
    if (error instanceof NotDelivered && !error.retry) return error.code;
    throw error;
  }
}

/** The key is handed over for each number by itself. */
const linesIn = (settings: WhatsAppSettings): readonly string[] => [
  ...new Set([settings.phoneNumberId, ...linesOf(settings).map(({ line }) => line)]),
];

const keyPath = (line: string): string => `/${encodeURIComponent(line)}/whatsapp_business_encryption`;

/** `unsigned`: our key, and Meta does not know any more that it came from us, as after a number was registered again. */
async function keyOn(world: FlowFormsWorld, line: string): Promise<'ours' | 'unsigned' | 'another' | 'none'> {
  const [kept] = keys.parse(await call(world.settings, keyPath(line), {})).data;
  if (kept?.business_public_key === undefined) return 'none';
  if (kept.business_public_key.trim() !== world.publicPem.trim()) return 'another';
  return kept.business_public_key_signature_status === 'MISMATCH' ? 'unsigned' : 'ours';
}

/** Numbers of ours whose phones could not talk to us, each with why. */
async function misfitsIn(world: FlowFormsWorld): Promise<readonly string[]> {
  const what = { unsigned: 'another signature', another: 'another key', none: 'no key' };
  const found = await Promise.all(
    linesIn(world.settings).map(async (line) => ({ line, on: await keyOn(world, line) })),
  );
  return found.flatMap(({ line, on }) => (on === 'ours' ? [] : [`the number ${line} has ${what[on]}`]));
}

function endpointChecked(found: Awaited<ReturnType<typeof pingEndpoint>>, count: number): Checked {
  if (found === 'answers')
    return { ok: true, note: `${count} forms, the key of each number fits, the endpoint answers` };
  if (found === 'not-reached')
    return { ok: true, note: `${count} forms, each key fits, the endpoint was not reached: does the platform run?` };
  return { ok: false, problem: `the endpoint answers ${found}: it runs with another key or another app secret` };
}

async function handKey(world: FlowFormsWorld, line: string): Promise<void> {
  if ((await keyOn(world, line)) === 'ours') return;
  await call(world.settings, keyPath(line), {
    method: 'POST',
    body: new URLSearchParams({ business_public_key: world.publicPem }),
  });
}
