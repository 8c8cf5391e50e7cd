import { openMemoryStore } from '#adapters/persistence/memory/index.ts';
import { describeRepositories } from '#test/contracts/describe-repositories.ts';

describeRepositories('the store in memory', async (clock) => ({ store: openMemoryStore({ clock }) }));
