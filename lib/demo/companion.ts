/** Tells whoever started this program that it answers, and stops it when they say so or are gone. */
export function runBeside(stop: () => Promise<void>): void {
  const end = async () => {
    await stop();
    // The line to the parent would keep the program alive.
    if (process.connected) process.disconnect();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end());
  process.once('disconnect', () => void end());
  process.send?.('listening');
}
