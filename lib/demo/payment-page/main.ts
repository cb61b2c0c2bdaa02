import { startPaymentPage } from './server';
import { readPaymentPageSettings } from './settings';

// A program of its own: it stands for a payment provider's machine, which the site knows by its address alone.
const page = await startPaymentPage(readPaymentPageSettings(process.env));
process.send?.('listening');

/** The line to whoever started this keeps it alive, so that goes last. */
async function stop(): Promise<void> {
  await page.stop();
  if (process.connected) process.disconnect();
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
process.once('disconnect', () => void stop());
