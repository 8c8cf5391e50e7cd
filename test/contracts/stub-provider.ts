import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that a channel made to its provider. */
export interface StubCall {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  /** Absent when the body is none. */
  readonly json: unknown;
}

export interface StubAnswer {
  readonly status: number;
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Answers = (call: StubCall) => StubAnswer | 'drop-connection';

/** A provider on the loopback address that keeps what it was told and answers as it is bidden. */
export interface StubProvider {
  readonly url: string;
  readonly calls: StubCall[];
  answers: Answers;
  close(): Promise<void>;
}

export async function openStubProvider(): Promise<StubProvider> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = 'GET', url: path = '/', headers } = request;
    const body = Buffer.concat(chunks);
    const call = { method, path, headers, body, json: jsonOf(body) };
    stub.calls.push(call);
    const answer = stub.answers(call);
    if (answer === 'drop-connection') return void request.socket.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(typeof answer.body === 'object' ? JSON.stringify(answer.body) : answer.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const stub: StubProvider = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    answers: () => ({ status: 200, body: {} }),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return stub;
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
