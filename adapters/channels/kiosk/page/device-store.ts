import type { Device } from './device.ts';

const DATABASE = 'eksandesh';
const STORE = 'device';
const ONLY = 'this';

/** Where a browser keeps nothing, it is a kiosk for as long as the page is open. Absent: not looked up yet; null: none. */
let inHand: Device | null | undefined;

export async function keptDevice(): Promise<Device | undefined> {
  if (inHand === undefined)
    inHand = (await withStore<Device>('readonly', (store) => store.get(ONLY)).catch(() => undefined)) ?? null;
  return inHand ?? undefined;
}

/** A key that cannot be written down, as on a full disk or in a private window, is kept in hand. */
export async function keepDevice(device: Device): Promise<void> {
  inHand = device;
  await withStore('readwrite', (store) => store.put(device, ONLY)).catch(() => undefined);
  // Otherwise a browser that is short of room may forget it.
  await navigator.storage?.persist?.().catch(() => false);
}

export async function forgetDevice(): Promise<void> {
  inHand = null;
  await withStore('readwrite', (store) => store.delete(ONLY)).catch(() => undefined);
}

/** Settles when it is written, not when it is asked for: a full disk is only told of then. */
async function withStore<Found>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<Found | undefined> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = ask(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => {
      // A page of a later version, in another window, must not wait for this one.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked by another window'));
  });
}
