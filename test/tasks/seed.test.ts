import { and, eq, isNotNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { hashOfEntry } from '@/db/audit';
import { read } from '@/db/client';
import { parseSnapshot } from '@/db/document-snapshot';
import { sha256 } from '@/db/ids';
import {
  auditEntries,
  billingLines,
  charges,
  demoMails,
  documents,
  billingProfileRoles as granted,
  invoiceRecipients,
  outboxEvents,
  subscriptions,
} from '@/db/schema';
import { seedDemo } from '@/lib/demo/seed/seed-demo';
import { canonicalJson } from '@/lib/domain/canonical-json';
import { may } from '@/lib/domain/roles';
import { formatMoney } from '@/lib/i18n/formats';
import { isLocale } from '@/lib/i18n/locales';
import { underClock } from '@/lib/server/clock';
import { renderInvoiceUbl } from '@/lib/server/documents/invoice-ubl';
import { runDueNow } from '@/lib/server/jobs/run-day';
import { at, everything, job } from '@/test/support/database';
import { brokenRules } from '@/test/support/en16931';
import { newDatabase } from '@/test/support/stress-folder';
import { words } from '@/test/support/words';

const silent = () => undefined;
const states = [
  'active',
  'active_ending',
  'disabled:activation_timeout',
  'disabled:cancelled',
  'past_due',
  'past_due_ending',
  'pending_activation',
];

function stateOf({ state, disabledReason }: typeof subscriptions.$inferSelect): string {
  return disabledReason ? `${state}:${disabledReason}` : state;
}

test.each(['2026-11-22', '2027-01-31', '2027-03-01', '2028-02-29', '2028-12-31'])(
  'seeded on %s, the demo holds a subscription in every state, none of them behind',
  async (today) => {
    await newDatabase();
    expect(await seedDemo(at(today, '00:10'), silent)).toBe(true);
    const rows = await read((db) => db.select().from(subscriptions));
    const ofNordlys = rows.filter(({ organizationId }) => organizationId === 'nordlys');
    expect([...new Set(ofNordlys.map(stateOf))].sort()).toEqual(states);
    const ofKymata = rows.filter(({ organizationId }) => organizationId === 'kymata');
    expect(new Set(ofKymata.map(stateOf)).size).toBeGreaterThanOrEqual(5);
    for (const { state, quantity, assignedQuantity, periodEnd } of rows) {
      expect(assignedQuantity).toBeLessThanOrEqual(quantity ?? 0);
      if (state !== 'disabled' && periodEnd !== null) expect(periodEnd > today).toBe(true);
    }
    const worked = rows.find(({ id }) => id === 'nordlys-tallyworks');
    expect(worked).toMatchObject({ quantity: 10, assignedQuantity: 7, unitAmountMinor: 12900n, state: 'active' });
  },
);

test('seeded twice, nothing changes the second time', async () => {
  await newDatabase();
  await seedDemo(at('2026-11-22'), silent);
  const before = await everything();
  expect(await seedDemo(at('2026-12-22'), silent)).toBe(false);
  expect(await everything()).toEqual(before);
});

test('all of it is told, and a site that starts then writes nothing', async () => {
  await newDatabase();
  const now = at('2026-11-22', '00:10');
  await seedDemo(now, silent);
  const before = await everything();
  const left = before.outbox_events?.filter((event) => Object(event).deliveredAt === null || Object(event).lastError);
  expect(left).toEqual([]);
  const minutesLater = now + 5 * 60_000;
  await underClock(
    () => minutesLater,
    () => runDueNow(job),
  );
  expect(await everything()).toEqual(before);
});

test('every document of the demo has been mailed to the addresses of its profile', async () => {
  await newDatabase();
  await seedDemo(at('2026-11-22'), silent);
  const issued = await read((db) => db.select().from(documents));
  const addresses = await read((db) => db.select().from(invoiceRecipients));
  const mails = await read((db) => db.select().from(demoMails));
  expect(new Set(issued.map(({ kind }) => kind)).size).toBe(2);
  for (const { kind, number, totalMinor, billingProfileId, snapshot } of issued) {
    const { locale, currency } = parseSnapshot(snapshot);
    if (!isLocale(locale)) throw new Error(`No words in ${locale}`);
    const amount = formatMoney(locale, totalMinor, currency);
    const subject = words(locale)('mail.notices.invoice_issued.subject', { kind, number, amount });
    const sentTo = mails.filter((mail) => mail.subject === subject).map(({ recipient }) => recipient);
    const own = addresses.filter((address) => address.billingProfileId === billingProfileId);
    expect(sentTo, subject).toEqual(expect.arrayContaining(own.map(({ email }) => email)));
  }
});

test('everything the demo tells of adds up', async () => {
  await newDatabase();
  await seedDemo(at('2026-11-22'), silent);
  const entries = await read((db) => db.select().from(auditEntries).orderBy(auditEntries.sequence));
  for (const organizationId of ['nordlys', 'kymata']) {
    let previousHash = '0'.repeat(64);
    for (const [index, entry] of entries.filter((each) => each.organizationId === organizationId).entries()) {
      const { before, after } = entry;
      expect([entry.sequence, entry.previousHash]).toEqual([index + 1, previousHash]);
      expect(entry.hash).toBe(hashOfEntry({ ...entry, before: Object(before), after: Object(after) }));
      previousHash = entry.hash;
    }
    expect(previousHash).not.toBe('0'.repeat(64));
  }

  const issued = await read((db) => db.select().from(documents).orderBy(documents.kind, documents.number));
  const lines = await read((db) => db.select().from(billingLines));
  for (const kind of ['invoice', 'credit_note'] as const) {
    const ofKind = issued.filter((document) => document.kind === kind);
    for (const year of new Set(ofKind.map(({ issuedOn }) => issuedOn.slice(0, 4)))) {
      const numbers = ofKind.map(({ number }) => number).filter((number) => number.startsWith(year));
      expect(numbers).toEqual(numbers.map((_, index) => `${year}-${String(index + 1).padStart(5, '0')}`));
    }
    expect(ofKind.length).toBeGreaterThan(0);
  }
  for (const { id, netMinor, vatMinor, totalMinor } of issued) {
    const net = lines.filter(({ documentId }) => documentId === id).reduce((sum, line) => sum + line.netMinor, 0n);
    expect([net, netMinor + vatMinor]).toEqual([netMinor, totalMinor]);
  }
  for (const { snapshot, snapshotHash } of issued) {
    const frozen = parseSnapshot(snapshot);
    expect([sha256(snapshot), sha256(canonicalJson(frozen))]).toEqual([snapshotHash, snapshotHash]);
    expect(brokenRules(await renderInvoiceUbl(frozen))).toEqual([]);
  }

  const declined = await read((db) => db.select().from(charges));
  const pastDue = await read((db) => db.select().from(subscriptions));
  const owing = pastDue.filter(({ state }) => state.startsWith('past_due')).map(({ id }) => id);
  const refused = declined.filter(({ outcome }) => outcome === 'declined').map((charge) => charge.subscriptionId);
  expect([...new Set(refused)].sort()).toEqual(owing.sort());
});

test('one app was kept after all, one canceled for all its money, and one bought again', async () => {
  await newDatabase();
  await seedDemo(at('2026-11-22'), silent);
  const rows = await read((db) => db.select().from(subscriptions));
  const refunded = await read((db) => db.select().from(charges).where(eq(charges.outcome, 'refunded')));
  expect(refunded.map(({ subscriptionId }) => subscriptionId)).toEqual(['nordlys-prosfora-office']);
  expect(rows.find(({ id }) => id === 'nordlys-expenses')).toMatchObject({ state: 'active' });
  const acts = await read((db) => db.selectDistinct({ act: auditEntries.act }).from(auditEntries));
  expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(['undo_cancel', 'cancel_now', 'buy_again']));
  expect(rows.filter(({ replacesId }) => replacesId === 'kymata-archive')).toMatchObject([
    { state: 'pending_activation' },
  ]);
});

test('people do only what their role on the billing profile lets them', async () => {
  await newDatabase();
  await seedDemo(at('2026-11-22'), silent);
  const acted = await read((db) =>
    db
      .selectDistinct({ person: auditEntries.personId, profile: subscriptions.billingProfileId, role: granted.role })
      .from(auditEntries)
      .innerJoin(subscriptions, eq(subscriptions.id, auditEntries.subscriptionId))
      .leftJoin(
        granted,
        and(eq(granted.personId, auditEntries.personId), eq(granted.billingProfileId, subscriptions.billingProfileId)),
      )
      .where(isNotNull(auditEntries.personId)),
  );
  expect(acted.length).toBeGreaterThan(5);
  for (const { role } of acted) {
    expect(may({ profileRoles: role ? [role] : [] }, 'subscription.buy')).toBe(true);
  }
});

test('what happened happened before now', async () => {
  await newDatabase();
  const now = at('2026-11-22', '00:10');
  await seedDemo(now, silent);
  const moments = await read((db) => db.select({ at: auditEntries.at }).from(auditEntries));
  const told = await read((db) => db.select({ at: outboxEvents.createdAt }).from(outboxEvents));
  expect(Math.max(...[...moments, ...told].map((row) => row.at))).toBeLessThanOrEqual(now);
});
