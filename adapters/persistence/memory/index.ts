import { AsyncLocalStorage } from 'node:async_hooks';
import type { Figures } from '#application/ports/in/operating.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import type { Called, Wakeup } from '#application/ports/out/wakeup.ts';
import type { Store } from '../store.ts';
import {
  InMemoryCertificates,
  InMemoryConsents,
  InMemoryDemands,
  InMemoryHandovers,
  InMemoryPapers,
  InMemoryPayments,
  InMemoryServiceApplications,
} from './aggregates.ts';
import { InMemoryChannelEntries } from './channel-entries.ts';
import { InMemoryCitizens, InMemoryKeys } from './citizens.ts';
import { InMemoryDefinitions } from './definitions.ts';
import { InMemoryJobs } from './jobs.ts';
import { InMemoryKiosks } from './kiosks.ts';
import { InMemoryAuditLog, InMemoryNumbers, InMemoryOfficers, InMemoryOfficeSessions } from './offices.ts';
import { InMemoryOutbox } from './outbox.ts';
import { InMemoryPlaces } from './places.ts';
import { InMemoryLinkCodes, InMemoryOneTimePasswords, InMemoryUsedTickets } from './proofs.ts';
import { InMemoryAssistedSessions, InMemoryScreens } from './screens.ts';
import { InMemoryTalks } from './talks.ts';
import { InMemoryTemplateStandings } from './template-standings.ts';
import { MemoryTransactions } from './transactions.ts';

/** A store that lasts as long as its process: for tests, and for a chat in the terminal. */
export function openMemoryStore({ clock }: { readonly clock: Clock }): Store {
  const transactions = new MemoryTransactions();
  const keys = new InMemoryKeys(transactions);
  const ground = { transactions, keys };
  const jobs = new InMemoryJobs(ground);
  const outbox: InMemoryOutbox = new InMemoryOutbox(ground, (citizenId) => talks.heardOn(citizenId), clock);
  const talks: InMemoryTalks = new InMemoryTalks(ground, clock, outbox, jobs);
  const oneTimePasswords = new InMemoryOneTimePasswords(transactions);
  const linkCodes = new InMemoryLinkCodes(transactions);
  const usedTickets = new InMemoryUsedTickets(transactions);
  const assistedSessions = new InMemoryAssistedSessions(transactions);
  const screens = new InMemoryScreens(ground, (id) => assistedSessions.isOpen(id));
  const citizens = new InMemoryCitizens(transactions, keys, (id) => {
    for (const kept of [talks, outbox, jobs, linkCodes, screens]) kept.erase(id);
  });
  const channelEntries = new InMemoryChannelEntries();
  const applications = new InMemoryServiceApplications(ground);
  const payments = new InMemoryPayments(ground);
  const officeSessions = new InMemoryOfficeSessions(transactions);

  return {
    transactions,
    talks,
    outbox,
    jobs,
    citizens,
    consents: new InMemoryConsents(ground),
    applications,
    papers: new InMemoryPapers(ground),
    places: new InMemoryPlaces(transactions),
    demands: new InMemoryDemands(ground),
    payments,
    certificates: new InMemoryCertificates(ground),
    officers: new InMemoryOfficers(transactions),
    officeSessions,
    auditLog: new InMemoryAuditLog(transactions),
    numbers: new InMemoryNumbers(transactions),
    oneTimePasswords,
    linkCodes,
    usedTickets,
    assistedSessions,
    screens,
    kiosks: new InMemoryKiosks(transactions),
    templateStandings: new InMemoryTemplateStandings(transactions),
    handovers: new InMemoryHandovers(ground),
    definitions: new InMemoryDefinitions(transactions),
    channelEntries,
    keys,
    wakeup: openMemoryWakeup(),
    prune: (before) =>
      transactions.within(() =>
        [talks, outbox, officeSessions, oneTimePasswords, linkCodes, usedTickets].reduce(
          (sum, kept) => sum + kept.prune(before),
          0,
        ),
      ),
    check: async () => ({ ok: true, note: 'kept in memory only' }),
    figures: () =>
      transactions.within(() => figuresOf({ talks, outbox, applications, payments, channelEntries, clock })),
    close: async () => undefined,
  };
}

/** Calls come later than the caller, and outside of the transaction in which it may be. */
export function openMemoryWakeup(): Wakeup {
  const listeners = new Set<(called: Called) => void>();
  const outside = AsyncLocalStorage.snapshot();
  const call = (called: Called) => {
    for (const listener of listeners) listener(called);
  };
  return {
    wake: (called) => {
      setImmediate(() => outside(() => call(called)));
    },
    onWake: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

interface Counted {
  readonly talks: InMemoryTalks;
  readonly outbox: InMemoryOutbox;
  readonly applications: InMemoryServiceApplications;
  readonly payments: InMemoryPayments;
  readonly channelEntries: InMemoryChannelEntries;
  readonly clock: Clock;
}

function figuresOf({ talks, outbox, applications, payments, channelEntries, clock }: Counted): Figures {
  const inbox = talks.figures();
  const messages = outbox.figures();
  const waited = inbox.oldest === undefined ? 0 : Date.parse(clock.now()) - Date.parse(inbox.oldest);
  const paid = payments.all().filter(({ status }) => status === 'paid');
  return {
    inboxWaiting: inbox.waiting,
    inboxSetAside: inbox.setAside,
    outboxWaiting: messages.waiting,
    outboxDead: messages.dead,
    outboxHeld: messages.held,
    oldestWaitingSeconds: Math.max(0, waited / 1000),
    applicationsByStatus: countBy(applications.all().map(({ status }) => status)),
    applicationsByService: countBy(applications.all().map(({ serviceId }) => serviceId)),
    paymentsByStatus: countBy(payments.all().map(({ status }) => status)),
    collectedPaise: paid.reduce((sum, { amount }) => sum + amount.paise, 0),
    ...channelEntries.figures(),
  };
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
