import type { ServiceIdentifier } from 'inversify';
import type { HandPassword } from '#application/citizen/hand-password.ts';
import type { AskForAdvice } from '#application/conversation/ask-for-advice.ts';
import type { TurnTaker } from '#application/conversation/take-turn.ts';
import type { GrantWish } from '#application/conversation/wishing.ts';
import type { FindDuplicates } from '#application/find-duplicates.ts';
import type { FormTickets } from '#application/form-tickets.ts';
import type { ForgetTalks } from '#application/handover/forget-talks.ts';
import type { ReturnSilentTalks } from '#application/handover/return-silent-talks.ts';
import type { Delivering } from '#application/notification/deliver-messages.ts';
import type { MoveLateMessages } from '#application/notification/move-late-messages.ts';
import type { ReconcilePayments } from '#application/payment/reconcile-payments.ts';
import type { SettleRefund } from '#application/payment/settle-refund.ts';
import type { Applying } from '#application/ports/in/applying.ts';
import type { Assisting } from '#application/ports/in/assisting.ts';
import type { Attending, HandingOver } from '#application/ports/in/attending.ts';
import type { Booking } from '#application/ports/in/booking.ts';
import type { ChooseTemplate } from '#application/ports/in/choosing-template.ts';
import type { Consenting } from '#application/ports/in/consenting.ts';
import type { Conversing } from '#application/ports/in/conversing.ts';
import type { Deciding } from '#application/ports/in/deciding.ts';
import type { Erasing } from '#application/ports/in/erasing.ts';
import type { Filling } from '#application/ports/in/filling.ts';
import type { FollowingTemplates } from '#application/ports/in/following-templates.ts';
import type { KeepingKiosks } from '#application/ports/in/keeping-kiosks.ts';
import type { Operating } from '#application/ports/in/operating.ts';
import type { Paying } from '#application/ports/in/paying.ts';
import type { Proving } from '#application/ports/in/proving.ts';
import type { Publishing } from '#application/ports/in/publishing.ts';
import type { Reactions } from '#application/ports/in/reacting.ts';
import type { Recalling } from '#application/ports/in/recalling.ts';
import type { Registering } from '#application/ports/in/registering.ts';
import type { ShowingOptIn } from '#application/ports/in/showing-opt-in.ts';
import type { TellCitizen } from '#application/ports/in/telling.ts';
import type { Tracking } from '#application/ports/in/tracking.ts';
import type { Uploading } from '#application/ports/in/uploading.ts';
import type { Verifying } from '#application/ports/in/verifying.ts';
import type { AssessTax } from '#application/ports/out/assess.ts';
import type { BillSource } from '#application/ports/out/bill-source.ts';
import type { Calendar } from '#application/ports/out/calendar.ts';
import type { CertificatePrinter } from '#application/ports/out/certificate-printer.ts';
import type { ChannelEntries } from '#application/ports/out/channel-log.ts';
import type { Channels } from '#application/ports/out/channels.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import type { DocumentStore } from '#application/ports/out/document-store.ts';
import type { Handovers } from '#application/ports/out/handovers.ts';
import type { Hashing, KeyedHash } from '#application/ports/out/hashing.ts';
import type { Ids } from '#application/ports/out/ids.ts';
import type { DocumentLinks, Installation, Uploads } from '#application/ports/out/installation.ts';
import type { Jobs } from '#application/ports/out/jobs.ts';
import type { Kiosks } from '#application/ports/out/kiosks.ts';
import type { LanguageEngine } from '#application/ports/out/language-engine.ts';
import type { LanguageHelper } from '#application/ports/out/language-helper.ts';
import type { Log } from '#application/ports/out/log.ts';
import type { Outbox } from '#application/ports/out/outbox.ts';
import type { PaymentGateway } from '#application/ports/out/payment-gateway.ts';
import type { Places } from '#application/ports/out/places.ts';
import type { PrintedLanguage } from '#application/ports/out/printed-language.ts';
import type {
  AuditLog,
  Certificates,
  Citizens,
  Consents,
  Demands,
  LinkCodes,
  Numbers,
  Officers,
  OfficeSessions,
  OneTimePasswords,
  Papers,
  Payments,
  ServiceApplications,
} from '#application/ports/out/repositories.ts';
import type { AssistedSessions, Screens } from '#application/ports/out/screens.ts';
import type { Seal } from '#application/ports/out/seal.ts';
import type { SpeechReader } from '#application/ports/out/speech-reader.ts';
import type { Talks } from '#application/ports/out/talks.ts';
import type { TemplateStandings } from '#application/ports/out/template-standings.ts';
import type { TextReader } from '#application/ports/out/text-reader.ts';
import type { Transactions } from '#application/ports/out/transactions.ts';
import type { Sentences, Translator } from '#application/ports/out/translator.ts';
import type { Wakeup } from '#application/ports/out/wakeup.ts';
import type { Words } from '#application/ports/out/words.ts';
import type { JobRunner } from '#application/run-jobs.ts';
import type { SessionLimits } from '#domain/assisting/session-limits.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Dated } from '#domain/catalogue/service-definition.ts';
import type { ProofLimits } from '#domain/citizen/proof-limits.ts';
import type { HelpDesk } from '#domain/handover/office-hours.ts';
import type { DeliveryLimits } from '#domain/notification/delivery-limits.ts';
import type { MessageRules } from '#domain/notification/message-rules.ts';
import type { MessageTemplate } from '#domain/notification/message-template.ts';
import type { WordingRules } from '#domain/notification/template-wording.ts';
import type { InstalledLanguage } from '#domain/shared/language.ts';

const port = <Port>(name: string): ServiceIdentifier<Port> => Symbol.for(name);

/** Every port under the name by which the container knows it. */
export const Ports = {
  // What people may do.
  applying: port<Applying>('Applying'),
  booking: port<Booking>('Booking'),
  assisting: port<Assisting>('Assisting'),
  attending: port<Attending>('Attending'),
  handingOver: port<HandingOver>('HandingOver'),
  consenting: port<Consenting>('Consenting'),
  conversing: port<Conversing>('Conversing'),
  deciding: port<Deciding>('Deciding'),
  erasing: port<Erasing>('Erasing'),
  filling: port<Filling>('Filling'),
  followingTemplates: port<FollowingTemplates>('FollowingTemplates'),
  operating: port<Omit<Operating, 'reportDelivery'>>('Operating'),
  movingLate: port<MoveLateMessages>('MovingLate'),
  reporting: port<Pick<Operating, 'reportDelivery'>>('Reporting'),
  paying: port<Paying>('Paying'),
  settling: port<Pick<Paying, 'settle'>>('Settling'),
  settlingRefunds: port<Pick<SettleRefund, 'ask' | 'follow' | 'settleRefund'>>('SettlingRefunds'),
  proving: port<Proving>('Proving'),
  publishing: port<Publishing>('Publishing'),
  recalling: port<Recalling>('Recalling'),
  registering: port<Registering>('Registering'),
  tracking: port<Tracking>('Tracking'),
  optIns: port<ShowingOptIn>('OptIns'),
  uploading: port<Uploading>('Uploading'),
  verifying: port<Verifying>('Verifying'),
  tell: port<TellCitizen>('TellCitizen'),
  grantWish: port<GrantWish>('GrantWish'),
  reactions: port<Reactions>('Reactions'),
  // What the workers run.
  turnTaker: port<TurnTaker>('TurnTaker'),
  delivering: port<Delivering>('Delivering'),
  jobRunner: port<JobRunner>('JobRunner'),
  reconciling: port<Pick<ReconcilePayments, 'reconcile'>>('Reconciling'),
  // What it needs from outside.
  applications: port<ServiceApplications>('ServiceApplications'),
  assessTax: port<AssessTax>('AssessTax'),
  assistedSessions: port<AssistedSessions>('AssistedSessions'),
  auditLog: port<AuditLog>('AuditLog'),
  bills: port<BillSource>('BillSource'),
  calendar: port<Calendar>('Calendar'),
  catalogue: port<Catalogue>('Catalogue'),
  certificates: port<Certificates>('Certificates'),
  channels: port<Channels>('Channels'),
  citizens: port<Citizens>('Citizens'),
  clock: port<Clock>('Clock'),
  consents: port<Consents>('Consents'),
  demands: port<Demands>('Demands'),
  documentLinks: port<DocumentLinks>('DocumentLinks'),
  documents: port<DocumentStore>('DocumentStore'),
  findDuplicates: port<FindDuplicates>('FindDuplicates'),
  formTickets: port<FormTickets>('FormTickets'),
  gateway: port<PaymentGateway>('PaymentGateway'),
  returningTalks: port<Pick<ReturnSilentTalks, 'sweep'>>('ReturningTalks'),
  forgettingTalks: port<Pick<ForgetTalks, 'forget'>>('ForgettingTalks'),
  handovers: port<Handovers>('Handovers'),
  hashing: port<Hashing>('Hashing'),
  helpDesk: port<HelpDesk>('HelpDesk'),
  ids: port<Ids>('Ids'),
  installation: port<Installation>('Installation'),
  jobs: port<Jobs>('Jobs'),
  keyedHash: port<KeyedHash>('KeyedHash'),
  keepingKiosks: port<KeepingKiosks>('KeepingKiosks'),
  kiosks: port<Kiosks>('Kiosks'),
  languages: port<readonly InstalledLanguage[]>('Languages'),
  advice: port<Pick<AskForAdvice, 'on'>>('Advice'),
  languageEngine: port<LanguageEngine>('LanguageEngine'),
  languageHelper: port<LanguageHelper | undefined>('LanguageHelper'),
  linkCodes: port<LinkCodes>('LinkCodes'),
  log: port<Log>('Log'),
  numbers: port<Numbers>('Numbers'),
  officers: port<Officers>('Officers'),
  officeSessions: port<OfficeSessions>('OfficeSessions'),
  oneTimePasswords: port<OneTimePasswords>('OneTimePasswords'),
  outbox: port<Outbox>('Outbox'),
  paperDays: port<Dated<number>>('PaperDays'),
  papers: port<Papers>('Papers'),
  places: port<Places>('Places'),
  payments: port<Payments>('Payments'),
  proofLimits: port<ProofLimits>('ProofLimits'),
  channelEntries: port<Pick<ChannelEntries, 'find' | 'costs'>>('ChannelEntries'),
  deliveryLimits: port<DeliveryLimits>('DeliveryLimits'),
  messageRules: port<MessageRules>('MessageRules'),
  printedLanguage: port<PrintedLanguage>('PrintedLanguage'),
  printer: port<CertificatePrinter>('CertificatePrinter'),
  refundDays: port<Dated<number>>('RefundDays'),
  screens: port<Screens>('Screens'),
  seal: port<Seal>('Seal'),
  sessionLimits: port<SessionLimits>('SessionLimits'),
  speechReader: port<SpeechReader | undefined>('SpeechReader'),
  talks: port<Talks>('Talks'),
  handPassword: port<HandPassword>('HandPassword'),
  wordingRules: port<WordingRules>('WordingRules'),
  chooseTemplate: port<ChooseTemplate>('ChooseTemplate'),
  messageTemplates: port<readonly MessageTemplate[]>('MessageTemplates'),
  templateStandings: port<TemplateStandings>('TemplateStandings'),
  textReader: port<TextReader>('TextReader'),
  transactions: port<Transactions>('Transactions'),
  translator: port<Translator & Sentences>('Translator'),
  uploads: port<Uploads>('Uploads'),
  wakeup: port<Wakeup>('Wakeup'),
  words: port<Words>('Words'),
} as const;
