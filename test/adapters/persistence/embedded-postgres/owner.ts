// A process that owns an embedded database until its input ends, or leaves without stopping it when told `exit`.
// Prints the address once it runs.
import { openEmbeddedPostgres } from '#adapters/persistence/embedded-postgres/index.ts';

const nothing = () => undefined;
const [directory = ''] = process.argv.slice(2);
try {
  const database = await openEmbeddedPostgres({ directory, log: { info: nothing, warn: nothing, alarm: nothing } });
  process.stdout.write(`${JSON.stringify({ url: database.url, uid: process.getuid?.() })}\n`);
  process.stdin.once('data', () => process.exit(0)).once('end', () => database.stop());
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: String(error) })}\n`);
}
