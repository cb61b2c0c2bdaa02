import { gte } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { read } from '@/db/client';
import { outboxEvents } from '@/db/schema';
import { underClock } from '@/lib/server/clock';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { everything, requireAccepted, review, subscriptionNow } from '@/test/support/database';
import { tenLicensesInFile, whileClosed } from '@/test/support/fault-database';
import type { Errand } from '@/test/support/fault-process';
import { inProcesses } from '@/test/support/fault-processes';
import { startSmtpServer, type TestSmtpServer } from '@/test/support/smtp-server';
import { confirm, maja, now, subscriptionId, to } from '@/test/support/ten-licenses';

let smtp: TestSmtpServer;

beforeAll(async () => {
  smtp = await startSmtpServer();
  for (const [name, value] of Object.entries(smtp.env)) vi.stubEnv(name, value);
});

afterAll(() => smtp.stop());

const drain = (moment: number) => underClock(() => moment, drainOutbox);
const change: Errand = { act: 'change', subjectId: subscriptionId, by: 'maja-sandberg', quantity: 14, now };

test('killed between the commit and the mail: after a restart receipt and invoice are sent, once', async () => {
  const url = await tenLicensesInFile();
  const key = await review(maja, subscriptionId, to(14), now);
  await whileClosed(url, async () => {
    const [killed] = await inProcesses(url, { ...change, key, dies: 'when_done' });
    expect(killed).toEqual({ outcome: undefined, signal: 'SIGKILL' });
    // Another takes the mails on and is killed with them in its hands.
    const [holder] = await inProcesses(url, { act: 'claim_mails', subjectId: '', now, dies: 'when_done' });
    expect(holder?.signal).toBe('SIGKILL');
  });
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ quantity: 14, version: 3 });
  await drain(now + 1000);
  expect(smtp.received).toEqual([]);
  await drain(now + 120_000);
  await drain(now + 240_000);
  expect(smtp.received.map(({ to, subject }) => `${to.join()} ${subject.split(' ')[0]}`).sort()).toEqual([
    'astrid.lindqvist@nordlysbygg.example Faktura',
    'erik.nystrom@nordlysbygg.example Faktura',
    'faktura@nordlysbygg.example Faktura',
    'maja.sandberg@nordlysbygg.example Faktura',
    'maja.sandberg@nordlysbygg.example Kvittens',
  ]);
  const events = await read((db) => db.select().from(outboxEvents).where(gte(outboxEvents.createdAt, now)));
  expect(new Set(events.map(({ deliveredAt }) => deliveredAt))).toEqual(new Set([now + 120_000]));
});

test('killed after the card was charged and before the answer was kept: one charge, one invoice', async () => {
  const url = await tenLicensesInFile();
  const key = await review(maja, subscriptionId, to(14), now);
  await whileClosed(url, async () => {
    const [killed] = await inProcesses(url, { ...change, key, dies: 'when_charged' });
    expect(killed?.signal).toBe('SIGKILL');
  });
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ quantity: 10, version: 2 });
  expect((await everything()).charges?.[1]).toMatchObject({ outcome: 'asked', providerReference: null });
  requireAccepted(await confirm(maja, { key, wish: to(14), now: now + 1000 }));
  const all = await everything();
  expect(all.charges).toHaveLength(2);
  expect(all.charges?.[1]).toMatchObject({
    outcome: 'succeeded',
    amountMinor: 19350n,
    providerReference: expect.stringMatching(/^sandbox_/),
  });
  expect([all.documents?.length, all.receipts?.length, all.increases?.length]).toEqual([2, 1, 1]);
});
