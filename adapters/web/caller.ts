import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/**
 * The address of whoever asks. Proxies in front of us tell whom they ask for; what others say of themselves does not
 * count. `proxies`: addresses, or networks as `10.0.0.0/8`.
 */
export function callerOf({ socket, headers }: IncomingMessage, proxies: readonly string[] = []): string {
  const trusted = listOf(proxies);
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
  const way = [...forwarded, socket.remoteAddress ?? ''].map(plain).filter((each) => isIP(each) > 0);
  return way.findLast((address) => !trusted.check(address, familyOf(address))) ?? way[0] ?? '';
}

function listOf(proxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', prefix] = proxy.split('/');
    if (isIP(address) === 0) continue;
    if (prefix === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(prefix), familyOf(address));
  }
  return list;
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, '');
