import type { IncomingMessage } from 'node:http';
import type { Duplex, Readable } from 'node:stream';
import type { SignedIn } from '#application/ports/in/deciding.ts';

/** An HTTP request as an adapter sees it, whatever server carries it. */
export interface WebRequest {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: Readonly<Record<string, string>>;
  /** The bytes as they came: signatures are over these. */
  readonly body: Buffer;
  readonly ip: string;
  /** Who is signed in; always there on `officer` and `administrator` routes, never on others. */
  readonly officer?: SignedIn;
}

export interface WebResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A plain object is sent as JSON. A stream is sent as it comes, and is destroyed when the reader goes or the server closes. */
  readonly body?: string | Uint8Array | Readable | object;
}

/** Who may call a route. `signed`: the adapter checks the provider's signature itself. `demo`: exists in demo mode only. */
export type Access = 'public' | 'signed' | 'officer' | 'administrator' | 'demo';

/** A route that an adapter brings; the server mounts it and knows nothing else of it. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** As Fastify writes paths: `/v/:number`. */
  readonly path: string;
  readonly access: Access;
  /** Larger bodies are answered 413 before they are read; 64 KiB unless told. */
  readonly maxBytes?: number;
  /** A caller may take so long to send all of it; thirty seconds unless told. */
  readonly seconds?: number;
  handle(request: WebRequest): Promise<WebResponse> | WebResponse;
}

/** A WebSocket path that an adapter serves itself; the server has checked that the page asking for it is ours. */
export interface Upgrade {
  /** Without parameters: `/kiosk/socket`. */
  readonly path: string;
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}
