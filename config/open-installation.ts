import { createHash, createHmac } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Container } from 'inversify';
import type { OpenChannel } from '#adapters/channels/channel-plugin.ts';
import { LogBuffer, watchedOutbox } from '#adapters/channels/log/index.ts';
import { openCertificatePrinter } from '#adapters/documents/certificate-printer/index.ts';
import { openFileStore } from '#adapters/documents/file-store/index.ts';
import { openSeal } from '#adapters/documents/seal/index.ts';
import { openLanguageEngine } from '#adapters/language/embedded/index.ts';
import type { OpenGateway } from '#adapters/payments/payment-plugin.ts';
import type { Store } from '#adapters/persistence/store.ts';
import type { Route, Upgrade } from '#adapters/shared/route.ts';
import { hashing } from '#adapters/system/hashing.ts';
import { randomIds } from '#adapters/system/ids.ts';
import { openTranslator } from '#adapters/translation/i18next/index.ts';
import { type DocumentLinkSettings, documentLinks, documentRoute } from '#adapters/web/document-links/index.ts';
import { uploadLinks } from '#adapters/web/upload/links.ts';
import { Operate } from '#application/operate.ts';
import type { Log } from '#application/ports/out/log.ts';
import type { Outbox } from '#application/ports/out/outbox.ts';
import { insultsFrom } from '#domain/answers/is-rude.ts';
import { catalogueOf } from '#domain/catalogue/catalogue.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { versionsOf } from '#domain/catalogue/versions.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';
import { dayOf } from '#domain/shared/time.ts';
import { actTerms } from './act-terms.ts';
import { chooseBills, chooseTextReader, required } from './adapters.ts';
import { useCases } from './container.ts';
import { deliveryLimits } from './delivery-limits.ts';
import { demoPlace } from './demo.ts';
import { checkDltTemplates, dltGaps } from './dlt-templates.ts';
import { type Foundations, secretFor } from './foundations.ts';
import { helpDesk } from './help-desk.ts';
import { holidays } from './holidays.ts';
import abuse from './language/abuse.json' with { type: 'json' };
import { loadLanguageModel } from './language/trained-model.ts';
import { languages } from './languages.ts';
import { loadTemplates } from './load-templates.ts';
import { loadTexts } from './load-texts.ts';
import { messageRules, withoutHours } from './message-rules.ts';
import { openChannels, openGateway, openLanguageHelper, openSpeechReader } from './open-outside.ts';
import { paperDays } from './paper-days.ts';
import localBodies from './places/local-bodies.json' with { type: 'json' };
import popular from './popular-services.json' with { type: 'json' };
import { Ports } from './ports.ts';
import { loadPrintedLanguage } from './printed-language.ts';
import { proofLimits } from './proof-limits.ts';
import { assessTax } from './property-tax/index.ts';
import { refundDays } from './refund-days.ts';
import { services } from './services/index.ts';
import type { StandIns } from './stand-ins.ts';
import wordingRules from './templates/wording-rules.json' with { type: 'json' };
import { templateOf } from './templates.ts';
import { uploadLimits } from './upload-limits.ts';

export interface Installation {
  readonly container: Container;
  readonly channels: ReadonlyMap<ChannelKind, OpenChannel>;
  readonly gateway: OpenGateway;
  /** What the adapters bring to the web server. */
  readonly routes: readonly Route[];
  readonly upgrades: readonly Upgrade[];
  readonly standIns: StandIns;
  readonly missingTexts: ReadonlySet<string>;
  close(): Promise<void>;
}

const TEMPLATES = fileURLToPath(new URL('.', import.meta.url));

/** Keeps every version of the definitions; one that changed under its old version gets another, and is told of. */
async function servicesInForce(store: Store, log: Log): Promise<readonly ServiceDefinition[]> {
  const { inForce, fresh, forgotten } = versionsOf(services, await store.definitions.all(), (text) =>
    createHash('sha256').update(text).digest('hex').slice(0, 8),
  );
  for (const { id, version } of forgotten) log.warn('definition.version-forgotten', { serviceId: id, version });
  for (const definition of fresh) await store.definitions.keep(definition);
  return inForce;
}

/** Opens every adapter that config names and wires the use cases to them. */
export async function openInstallation(given: Foundations): Promise<Installation> {
  const { config, settings, environment, store, masterKeys, clock, log } = given;
  await mkdir(settings.dataDir, { recursive: true, mode: 0o711 });
  const missingTexts = new Set<string>();
  const [texts, model] = await Promise.all([loadTexts(), loadLanguageModel()]);
  const translator = openTranslator(texts, languages, (key) => {
    missingTexts.add(key);
    log.alarm('text.missing', { key });
  });
  const reader = required(
    chooseTextReader(config.textReader, environment),
    'The text reader',
  )({
    log,
    clock,
    mostMegabytes: uploadLimits.mostMegabytes.value,
  });
  const bills = required(
    chooseBills(config.bills, environment),
    'The bill source',
  )({
    log,
    isPaid: (ids) => store.demands.paidAmong(ids),
    today: () => dayOf(clock.now()),
  });
  const messageTemplates = await loadTemplates();
  for (const { key } of dltGaps(messageTemplates)) log.warn('sms.not-registered', { key });
  const helper = openLanguageHelper(given);
  const speech = openSpeechReader(given);
  const printer = openCertificatePrinter({ templatesDir: TEMPLATES });
  const documents = openFileStore({ directory: join(settings.dataDir, 'documents') }, { keys: store.keys, log });
  const seal = openSeal({ keysDir: join(settings.dataDir, 'seal') });
  const links: DocumentLinkSettings = {
    publicUrl: settings.publicUrl,
    secret: secretFor('document-links', masterKeys),
  };

  const uploads = {
    links: uploadLinks({ publicUrl: settings.publicUrl, secret: secretFor('upload-links', masterKeys) }),
    limits: uploadLimits,
  };
  const proofSecret = secretFor('proofs', masterKeys);
  const container = useCases();
  const channelLog = new LogBuffer(store.channelEntries, log);
  bindStore(container, store, watchedOutbox(store.outbox, { clock }, channelLog.note));
  const constants = [
    [Ports.assessTax, assessTax],
    [Ports.bills, bills],
    [Ports.calendar, { holidays, terms: actTerms }],
    [
      Ports.catalogue,
      catalogueOf(await servicesInForce(store, log), config.consentNotice, {
        popular,
        localBodies,
        earlier: await store.definitions.all(),
      }),
    ],
    [Ports.clock, clock],
    [Ports.deliveryLimits, deliveryLimits],
    [Ports.documentLinks, documentLinks(links)],
    [Ports.documents, documents],
    [Ports.hashing, hashing],
    [Ports.helpDesk, helpDesk],
    [Ports.paperDays, paperDays],
    [Ports.refundDays, refundDays],
    [Ports.ids, randomIds],
    [
      Ports.installation,
      {
        publicUrl: settings.publicUrl,
        language: config.language,
        isDemo: settings.mode === 'demo',
        ...(settings.mode === 'demo' && { demoPlace }),
        paymentMinutes: config.paymentMinutes,
        series: (department: string) => department.toUpperCase(),
        templateOf,
      },
    ],
    [Ports.keyedHash, (text: string) => createHmac('sha256', proofSecret).update(text).digest('hex')],
    [Ports.languages, languages.toSorted((one) => (one.code === config.language ? -1 : 0))],
    [Ports.languageEngine, openLanguageEngine(model, { languages, insults: insultsFrom(abuse.words) })],
    [Ports.languageHelper, helper],
    [Ports.log, log],
    [Ports.proofLimits, proofLimits],
    [Ports.messageRules, settings.quietHours ? messageRules : withoutHours],
    [Ports.messageTemplates, messageTemplates],
    [Ports.wordingRules, wordingRules],
    [Ports.printedLanguage, loadPrintedLanguage()],
    [Ports.printer, printer],
    [Ports.seal, seal],
    [Ports.sessionLimits, config.assisted],
    [Ports.speechReader, speech],
    [Ports.textReader, reader],
    [Ports.uploads, uploads],
    [Ports.translator, translator],
    [Ports.words, translator],
  ] as const;
  for (const [port, value] of constants) container.bind<unknown>(port).toConstantValue(value);

  // Channels hand messages to use cases that answer through channels: they are known before any is open.
  let channels: ReadonlyMap<ChannelKind, OpenChannel> = new Map();
  container.bind(Ports.channels).toConstantValue({ of: (kind) => channels.get(kind), fallback: config.fallback });
  const outside = await openChannels(given, container, channelLog.note);
  channels = outside.channels;
  const gateway = openGateway(given, container);
  container.bind(Ports.gateway).toConstantValue(gateway);
  container
    .bind(Ports.operating)
    .toConstantValue(
      new Operate(store, [
        { name: 'database', check: () => store.check() },
        ...[...outside.channels.values()],
        ...[...outside.channels.values()].flatMap(({ name, forms }) =>
          forms ? [{ name: `forms ${name}`, check: () => forms.check() }] : [],
        ),
        { name: 'sms templates', check: async () => checkDltTemplates(texts, messageTemplates) },
        { name: 'templates', check: () => container.get(Ports.followingTemplates).check() },
        { name: `payments ${gateway.name}`, check: () => gateway.check() },
        { name: `text reader ${reader.name}`, check: () => reader.check() },
        { name: `bills ${bills.name}`, check: () => bills.check() },
        ...(helper ? [{ name: `language helper ${helper.name}`, check: () => helper.check() }] : []),
        ...(speech ? [{ name: `speech reader ${speech.name}`, check: () => speech.check() }] : []),
        { name: 'certificate printer', check: () => printer.check() },
        { name: 'documents', check: () => documents.check() },
      ]),
    );

  return {
    container,
    channels: outside.channels,
    gateway,
    routes: [
      ...[...outside.channels.values()].flatMap(({ routes }) => routes),
      ...gateway.routes,
      documentRoute(links, documents, clock),
    ],
    upgrades: [...outside.channels.values()].flatMap(({ upgrades = [] }) => upgrades),
    standIns: outside.standIns,
    missingTexts,
    async close() {
      for (const channel of outside.channels.values()) await channel.close?.();
      await gateway.close?.();
      await outside.standIns.close();
      await channelLog.close();
      await reader.close?.();
      await printer.close?.();
    },
  };
}

function bindStore(container: Container, store: Store, outbox: Outbox): void {
  const parts = [
    [Ports.applications, store.applications],
    [Ports.assistedSessions, store.assistedSessions],
    [Ports.auditLog, store.auditLog],
    [Ports.certificates, store.certificates],
    [Ports.channelEntries, store.channelEntries],
    [Ports.citizens, store.citizens],
    [Ports.consents, store.consents],
    [Ports.demands, store.demands],
    [Ports.handovers, store.handovers],
    [Ports.jobs, store.jobs],
    [Ports.kiosks, store.kiosks],
    [Ports.linkCodes, store.linkCodes],
    [Ports.numbers, store.numbers],
    [Ports.officers, store.officers],
    [Ports.officeSessions, store.officeSessions],
    [Ports.oneTimePasswords, store.oneTimePasswords],
    [Ports.outbox, outbox],
    [Ports.papers, store.papers],
    [Ports.places, store.places],
    [Ports.payments, store.payments],
    [Ports.screens, store.screens],
    [Ports.talks, store.talks],
    [Ports.templateStandings, store.templateStandings],
    [Ports.transactions, store.transactions],
    [Ports.wakeup, store.wakeup],
  ] as const;
  for (const [port, value] of parts) container.bind<unknown>(port).toConstantValue(value);
}
