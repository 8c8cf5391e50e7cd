import { type AwaitedPaper, awaitedPaper, nameOf } from '#domain/conversation/awaited-paper.ts';
import type { Conversation } from '#domain/conversation/conversation.ts';
import {
  NotAPaper,
  NothingSent,
  PaperTooLarge,
  UploadExpired,
  UploadUnknown,
  UploadUsed,
} from '#domain/document/errors.ts';
import { fileTypeOf } from '#domain/document/file-type.ts';

import type { CitizenId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import type { Uploading, WantedPaper } from '../ports/in/uploading.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { DocumentStore } from '../ports/out/document-store.ts';
import type { Ids } from '../ports/out/ids.ts';
import type { Uploads } from '../ports/out/installation.ts';
import type { Talks } from '../ports/out/talks.ts';
import type { Wakeup } from '../ports/out/wakeup.ts';

interface Wanted extends AwaitedPaper {
  readonly citizenId: CitizenId;
  readonly isBeingRead: boolean;
  readonly form: Conversation['form'];
  readonly language: Language;
}

/** Takes papers from the upload page into the talk that has asked for them. */
export class ReceiveUpload implements Uploading {
  private readonly uploads: Uploads;
  private readonly talks: Talks;
  private readonly documents: DocumentStore;
  private readonly wakeup: Wakeup;
  private readonly clock: Clock;
  private readonly ids: Ids;

  constructor(uploads: Uploads, talks: Talks, documents: DocumentStore, wakeup: Wakeup, clock: Clock, ids: Ids) {
    this.uploads = uploads;
    this.talks = talks;
    this.documents = documents;
    this.wakeup = wakeup;
    this.clock = clock;
    this.ids = ids;
  }

  async look(token: string): Promise<WantedPaper> {
    const { form, requirement, isBeingRead, language } = await this.wantedBy(token);
    return {
      isBeingRead,
      language,
      mostMegabytes: this.uploads.limits.pageMegabytes.value,
      ...(form && requirement !== undefined && { paper: { serviceId: form.serviceId, requirement } }),
    };
  }

  async take(token: string, bytes: Uint8Array): Promise<void> {
    const { citizenId, isBeingRead, applicationId, requirement, tries } = await this.wantedBy(token);
    if (isBeingRead) throw new UploadUsed();
    const { value: most } = this.uploads.limits.pageMegabytes;
    if (bytes.byteLength === 0) throw new NothingSent();
    if (bytes.byteLength > most * 1_000_000) throw new PaperTooLarge(most);
    const mime = fileTypeOf(bytes);
    if (!mime) throw new NotAPaper(most);
    const id = this.ids.next();
    await this.documents.put(id, citizenId, { bytes, mime });
    const kind = mime === 'application/pdf' ? 'document' : 'image';
    const answers: AwaitedPaper = { applicationId, tries, ...(requirement !== undefined && { requirement }) };
    const content = { type: 'media', media: { ref: id, isKept: true, kind, mime }, answers } as const;
    await this.talks.put([
      { citizenId, source: 'upload', sourceId: id, event: { type: 'heard', content }, at: this.clock.now() },
    ]);
    this.wakeup.wake('talks');
  }

  private async wantedBy(token: string): Promise<Wanted> {
    const link = this.uploads.links.read(token);
    if (!link) throw new UploadUnknown();
    if (link.until <= this.clock.now()) throw new UploadExpired();
    const conversation = (await this.talks.find(link.citizenId))?.conversation;
    const wanted = conversation && awaitedPaper(conversation);
    if (!wanted || !link.isFor(nameOf(wanted))) throw new UploadUsed();
    return { ...wanted, citizenId: link.citizenId, form: conversation.form, language: conversation.language };
  }
}
