import { closeDatabase, openDatabase } from '@/db/client';
import { saveMasterData } from '@/lib/demo/seed/master-data';
import { at, type Buying, job, startUsing } from './database';
import { newDatabase } from './stress-folder';
import { subscriptionId } from './ten-licenses';

/** Ten licenses from 1 November 2026 in a file of this test's own, which other processes may open. Answers its URL. */
export async function tenLicensesInFile(chosen: Partial<Buying> = {}): Promise<string> {
  const url = await newDatabase();
  await saveMasterData(job, '2026-11-22', at('2026-01-01'));
  await startUsing({ id: subscriptionId, on: '2026-11-01', ...chosen });
  return url;
}

/** Closed here while others have the file, as a server is that was killed; then open again. */
export async function whileClosed<T>(url: string, others: () => Promise<T>): Promise<T> {
  await closeDatabase();
  try {
    return await others();
  } finally {
    openDatabase({ url });
  }
}
