import { desc } from 'drizzle-orm';
import { read, write } from './client';
import { demoMails } from './schema';
import type { JobScope } from './scope';

export type DemoMail = {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly locale: string;
  readonly sentAt: number;
};

/** Saved once per id, so that a repeated delivery shows no second message. */
export async function saveDemoMail(_scope: JobScope, mail: DemoMail) {
  return write((tx) => tx.insert(demoMails).values(mail).onConflictDoNothing());
}

/** The newest messages of the demo, whoever they are for: newest first. */
export async function listDemoMails(limit: number): Promise<DemoMail[]> {
  return read((db) => db.select().from(demoMails).orderBy(desc(demoMails.sentAt), desc(demoMails.id)).limit(limit));
}
