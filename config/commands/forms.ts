import { besidePlatform } from '../beside-platform.ts';

/** Hands the forms made from the services, and the public key by which phones seal their answers, to the provider. What these replace is taken back. */
await besidePlatform(async ({ installation }) => {
  let isWell = true;
  let isAny = false;
  for (const { name, forms } of installation.channels.values()) {
    if (!forms) continue;
    isAny = true;
    const { fresh, asBefore, retired, refused } = await forms.publish();
    console.log(
      `${name}: ${fresh} forms published, ${asBefore} were there, ${retired} older ones taken back, ${refused.length} refused`,
    );
    for (const each of refused) console.log(`  ${each.name}: ${each.why}`);
    isWell &&= refused.length === 0;
  }
  if (!isAny) console.log('No channel has forms; WHATSAPP_FLOWS_PRIVATE_KEY turns them on.');
  return isAny && isWell;
});
