import { parentPort, workerData } from 'node:worker_threads';
import QRCode from 'qrcode';
import type { Order, Printed } from './order.ts';
import { openTypesetter, type Typesetter } from './typesetter.ts';

// The thread's side: one order in, one answer out.

const typesetter: Typesetter = openTypesetter(workerData.templatesDir);

async function carryOut(order: Order): Promise<Printed> {
  if (order === 'probe') return typesetter.probe();
  // Level M; the page is white around it, so no margin of its own.
  const qr = await QRCode.toString(order.qr, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
  return typesetter.set(order.file, { job: order.job, qr }, order.createdSeconds);
}

parentPort?.on('message', async (order: Order) => {
  parentPort?.postMessage(await carryOut(order));
});
