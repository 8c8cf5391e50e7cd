import { Certificate } from '#domain/document/certificate.ts';
import type { Publishing } from '../ports/in/publishing.ts';
import type { CertificatePrinter } from '../ports/out/certificate-printer.ts';
import type { DocumentStore } from '../ports/out/document-store.ts';
import type { Hashing } from '../ports/out/hashing.ts';
import type { Installation } from '../ports/out/installation.ts';
import type { Jobs } from '../ports/out/jobs.ts';
import type { Certificates, ServiceApplications } from '../ports/out/repositories.ts';
import type { Seal } from '../ports/out/seal.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import { following } from '../reactions.ts';

/** Seals, prints and keeps a document, and says that it exists only when all of that is done. */
export class PublishDocument implements Publishing {
  private readonly printer: CertificatePrinter;
  private readonly seal: Seal;
  private readonly documents: DocumentStore;
  private readonly applications: ServiceApplications;
  private readonly certificates: Certificates;
  private readonly jobs: Jobs;
  private readonly transactions: Transactions;
  private readonly hashing: Hashing;
  private readonly installation: Installation;

  constructor(
    printer: CertificatePrinter,
    seal: Seal,
    documents: DocumentStore,
    applications: ServiceApplications,
    certificates: Certificates,
    jobs: Jobs,
    transactions: Transactions,
    hashing: Hashing,
    installation: Installation,
  ) {
    this.printer = printer;
    this.seal = seal;
    this.documents = documents;
    this.applications = applications;
    this.certificates = certificates;
    this.jobs = jobs;
    this.transactions = transactions;
    this.hashing = hashing;
    this.installation = installation;
  }

  async publish(...[issued, printed]: Parameters<Publishing['publish']>): Promise<void> {
    const { number, serviceId, kind, issuedAt, documentId, citizenId, applicationId } = issued;
    // Over what the document says, not over the file: the seal stands inside the file.
    const hash = this.hashing.sha256(JSON.stringify([number, issued.publicFacts]));
    const seal = await this.seal.sign({ number, type: kind === 'receipt' ? 'receipt' : serviceId, issuedAt, hash });
    const verifyUrl = `${this.installation.publicUrl}/v/${number}#${seal}`;
    const data = { ...printed.data, specimen: this.installation.isDemo };
    const bytes = await this.printer.print({ ...printed, data, number, issuedAt, verifyUrl });
    await this.documents.put(documentId, citizenId, { bytes, mime: 'application/pdf' });
    const certificate = Certificate.issue({ ...issued, hash });
    const isNew = await this.transactions.run(async () => {
      // The application is held: of two workers who printed for it, only the first one's document counts.
      await this.applications.update(applicationId, () => undefined);
      const earlier = await this.certificates.ofApplication(applicationId);
      if (earlier.some((each) => each.snapshot().kind === kind && !each.isRevoked)) return false;
      if (!(await this.certificates.add(certificate))) return false;
      await this.jobs.add(following(certificate.takeEvents()));
      return true;
    });
    if (!isNew) await this.documents.remove(documentId, citizenId);
  }
}
