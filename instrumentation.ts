import type { Instrumentation } from 'next';

/** Once per process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { boot } = await import('./lib/server/boot');
    await boot();
  }
}

/** A defect: one line of JSON with the reference that the reader was shown. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logDefect } = await import('./lib/server/log');
  logDefect(error, { method: request.method, path: request.path.split('?')[0] ?? '' });
};
