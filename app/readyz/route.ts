import { connection } from 'next/server';
import { isDatabaseReady } from '@/db/readiness';

/** Whether readers and writers can be served: the database is read, and written to without leaving a trace. */
export async function GET() {
  await connection();
  const isReady = await isDatabaseReady();
  return new Response(isReady ? 'ready\n' : 'not ready\n', {
    status: isReady ? 200 : 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
