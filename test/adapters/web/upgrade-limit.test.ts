import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { callerOf } from '#adapters/web/caller.ts';
import { UpgradeLimit } from '#adapters/web/upgrade-limit.ts';

describe('the limit of sockets', () => {
  it('lets one address open some at once, and others as time goes on, whatever another address does', () => {
    let now = 0;
    const limit = new UpgradeLimit(() => now);
    const opened = (address: string) => Array.from({ length: 100 }, () => limit.allows(address)).filter(Boolean).length;
    expect([opened('192.0.2.1'), opened('192.0.2.2'), opened('192.0.2.1')]).toEqual([60, 60, 0]);
    now += 5_000;
    expect(opened('192.0.2.1')).toBe(10);
  });

  it('does not remember addresses without end', () => {
    const limit = new UpgradeLimit(() => 0);
    for (let nth = 0; nth < 60; nth += 1) limit.allows('192.0.2.1');
    expect(limit.allows('192.0.2.1')).toBe(false);
    for (let nth = 0; nth < 10_000; nth += 1) limit.allows(`2001:db8::${nth.toString(16)}`);
    expect(limit.allows('192.0.2.1')).toBe(true);
  });
});

describe('who asks for a socket', () => {
  const asking = (remoteAddress: string, forwarded?: string) =>
    ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

  it('is the other end, whatever it says of itself', () => {
    expect(callerOf(asking('::ffff:192.0.2.1', '198.51.100.7'))).toBe('192.0.2.1');
  });

  it('is whom our own proxies name, and nobody whom the caller names before them', () => {
    const proxies = ['10.0.0.0/8', '::1'];
    expect(callerOf(asking('10.1.2.3', '198.51.100.7, 192.0.2.1, 10.9.9.9'), proxies)).toBe('192.0.2.1');
    expect(callerOf(asking('::1', 'nonsense, 192.0.2.1'), proxies)).toBe('192.0.2.1');
    expect(callerOf(asking('10.1.2.3'), proxies)).toBe('10.1.2.3');
  });
});
