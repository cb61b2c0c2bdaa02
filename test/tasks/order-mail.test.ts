import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { write } from '@/db/client';
import { newId } from '@/db/ids';
import { saveNotificationChoices } from '@/db/notification-choices';
import { people } from '@/db/schema';
import { PersonScope } from '@/db/scope-mint';
import { scopeOf } from '@/lib/demo/seed/people';
import { underClock } from '@/lib/server/clock';
import { declineOrder } from '@/lib/server/decline-order';
import { parseImportFile } from '@/lib/server/imports/import-file';
import { importDraft } from '@/lib/server/jobs/import';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { at, newDemoDatabase, requireAccepted } from '@/test/support/database';
import { startSmtpServer, type TestSmtpServer } from '@/test/support/smtp-server';

const DAY = '2026-11-22';
const file = JSON.parse(readFileSync('public/import-example.json', 'utf8'));
let smtp: TestSmtpServer;

beforeAll(async () => {
  smtp = await startSmtpServer();
  for (const [name, value] of Object.entries(smtp.env)) vi.stubEnv(name, value);
});

afterAll(() => smtp.stop());

beforeEach(async () => {
  await newDemoDatabase();
});

async function importFile(given: unknown) {
  const parsed = parseImportFile(given, 'demo');
  if (!parsed.success) throw new Error(parsed.error.message);
  await underClock(
    () => at(DAY),
    async () => requireAccepted(await importDraft(parsed.data, { isTrial: false })),
  );
}

/** Sends what is waiting on a day and answers what came. */
async function sent(today = DAY) {
  const before = smtp.received.length;
  await underClock(() => at(today, '10:05'), drainOutbox);
  return smtp.received.slice(before);
}

const choose = (personId: string, profiles: readonly string[]) =>
  saveNotificationChoices(
    new PersonScope({ personId, organizationId: 'nordlys' }),
    profiles.map((billingProfileId) => ({ billingProfileId, kind: 'orders', isWanted: false })),
    at(DAY),
  );

test('who can accept what waits is told once, in their own language, with the way to it', async () => {
  await write((tx) => tx.update(people).set({ locale: 'en-US' }).where(eq(people.id, 'johan-ekstrom')));
  await importFile(file);
  const mails = await sent();
  const told = (subject: string) => mails.filter((mail) => mail.subject === subject).map(({ to }) => to.join());
  const inSwedish = ['astrid.lindqvist@nordlysbygg.example', 'maja.sandberg@nordlysbygg.example'];
  expect(told('Beställning från Byggpartner Norr AB: Ritning Live').sort()).toEqual(inSwedish);
  expect(told('Erbjudande från Elin Åkesson: Ritning Live').sort()).toEqual(inSwedish);
  expect(told('Order from Byggpartner Norr AB: Ritning Live')).toEqual(['johan.ekstrom@nordlysbygg.example']);
  expect(told('Proposal from Elin Åkesson: Ritning Live')).toEqual(['johan.ekstrom@nordlysbygg.example']);
  expect(mails).toHaveLength(6);
  const toMaja = mails.find(({ to, subject }) => to.join().startsWith('maja') && subject.startsWith('Beställning'));
  expect(toMaja?.text).toContain('Byggpartner Norr AB har beställt Ritning Live åt Nordlys Bygg AB, men inget köps');
  expect(toMaja?.text).toMatch(
    /Licenser: 12 licenser\nPris: 139,00\skr per licens och månad.*\n.*söndag\s31\sjanuari\s2027/,
  );
  expect(toMaja?.text).toContain('/help/get-apps?order=order-2026-118#choose-plan');
  expect(toMaja?.header('list-unsubscribe')).toContain('/sv-SE/account');

  await importFile(file);
  expect(await sent()).toEqual([]);
});

test('it is told to nobody who chose otherwise on every profile that it can come to', async () => {
  requireAccepted(requireAccepted(await choose('maja-sandberg', ['nordlys-office', 'nordlys-north'])));
  requireAccepted(requireAccepted(await choose('astrid-lindqvist', ['nordlys-office'])));
  await importFile(file);
  const told = new Set((await sent()).map(({ to }) => to.join().split('.')[0]));
  expect([...told].sort()).toEqual(['astrid', 'johan']);
});

test('it is told to nobody once it was declined, withdrawn or over', async () => {
  await importFile(file);
  const declined = {
    orderId: 'order-2026-118',
    billingProfileId: 'nordlys-office',
    reason: 'other',
    comment: null,
  } as const;
  const maja = scopeOf('maja-sandberg');
  requireAccepted(await declineOrder(maja, { ...declined, key: newId(), now: at(DAY, '10:01') }));
  const [proposal] = file.proposals;
  await importFile({ proposals: [{ ...proposal, withdrawn: true }] });
  expect(await sent()).toEqual([]);
  await importFile({ proposals: [{ ...proposal, id: 'late', validThrough: '2026-11-23' }] });
  expect(await sent('2026-11-24')).toEqual([]);
});
