import { besidePlatform } from '../beside-platform.ts';

/** Tells each provider that can be told so where to call us, and what it shows of us. After a change of address, once more. */
await besidePlatform(async ({ installation }) => {
  for (const { name, connect } of installation.channels.values()) {
    if (connect) console.log(`${name}: ${await connect()}`);
  }
  return true;
});
