import { EventEmitter } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import { describe, expect, it } from 'vitest';
import { callerOf } from '#adapters/web/caller.ts';
import { takeUpgrades } from '#adapters/web/upgrades.ts';

describe('sockets', () => {
  it('are opened by one address only so often', () => {
    const server = new EventEmitter() as Server;
    let opened = 0;
    const handle = () => {
      opened += 1;
    };
    const end = takeUpgrades(server, { upgrades: [{ path: '/kiosk/socket', handle }], publicUrl: 'http://ek.test' });
    const said: string[] = [];
    for (let nth = 0; nth < 70; nth += 1) {
      const socket = Object.assign(new EventEmitter(), { end: (text: string) => said.push(text), destroy: () => {} });
      const request = { url: '/kiosk/socket', headers: {}, socket: { remoteAddress: '192.0.2.1' } };
      server.emit('upgrade', request, socket);
    }
    end();
    expect(opened + said.length).toBe(70);
    expect(opened).toBeLessThan(65);
    expect(said[0]).toMatch(/^HTTP.1.1 429 /);
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
