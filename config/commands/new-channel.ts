import { type ChannelKind, channelKinds } from '#domain/shared/contact-point.ts';
import { channelFiles } from './new/channel-files.ts';
import { CalledWrongly, kebabCase, runNew } from './new/write-files.ts';

// The five files of a channel to fill in, with their test: npm run new:channel -- pigeon-post sms
const usage = `usage: npm run new:channel -- NAME KIND, such as: pigeon-post sms\nkinds: ${channelKinds.join(', ')}`;

const isKind = (text: string | undefined): text is ChannelKind => channelKinds.some((kind) => kind === text);

await runNew(() => {
  const [name, serves] = process.argv.slice(2);
  if (!isKind(serves)) throw new CalledWrongly(usage);
  return channelFiles({ name: kebabCase(name, usage), serves });
});
