import { expect, test, vi } from 'vitest';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { changed, profileNow, send, stored, unchangeable } from '@/test/support/billing-form';
import { everything, newDemoDatabase } from '@/test/support/database';

// There is no request here for Next to run work after.
const after = vi.hoisted(() => vi.fn<(work: () => Promise<void>) => void>());
vi.mock('next/server', async (original) => ({ ...(await original<typeof import('next/server')>()), after }));

test('what was changed is saved with its audit entry, receipt and mails, and only that is told', async () => {
  await newDemoDatabase();
  const done = await send(changed);
  const all = await everything();
  expect(done).toEqual({ goTo: `/sv-SE/receipts/${Object(all.receipts?.[0]).id}` });
  expect(await profileNow()).toMatchObject({
    version: 2,
    postalCode: '112 22',
    poNumber: 'PO 77',
    contactPhone: '+46846500413',
    vatNumber: 'SE559143208201',
  });
  const recipients = all.invoice_recipients?.map((row) => Object(row));
  expect(recipients?.filter(({ billingProfileId }) => billingProfileId === 'nordlys-office')).toMatchObject([
    { email: 'ekonomi@nordlysbygg.example' },
  ]);
  expect(recipients).toHaveLength(7);
  expect(all.audit_entries).toMatchObject([
    {
      act: 'edit_billing_profile',
      subscriptionId: null,
      billingProfileId: 'nordlys-office',
      before: { address: 'Hantverkargatan 18, 112 21 Stockholm', poNumber: null, recipients: 1, contact: null },
      after: { address: 'Hantverkargatan 18, 112 22 Stockholm', poNumber: 'PO 77', recipients: 1, contact: 'changed' },
    },
  ]);
  expect(JSON.stringify(all.audit_entries)).not.toMatch(/@|\+46|Erik/);
  expect(Object(all.receipts?.[0]).facts.figures.map(({ name }: { name: string }) => name)).toEqual([
    'profile',
    'changedAddress',
    'changedContact',
    'changedRecipients',
    'changedPoNumber',
  ]);
  expect(all.outbox_events?.map((event) => Object(event).payload.to)).toEqual([
    'maja.sandberg@nordlysbygg.example',
    'faktura@nordlysbygg.example',
    'ekonomi@nordlysbygg.example',
  ]);
  expect(after.mock.calls).toEqual([[drainOutbox]]);
});

test('the same form twice has one effect; the same key with another wish is refused', async () => {
  await newDemoDatabase();
  const done = await send(changed);
  const before = await unchangeable();
  expect(await send(changed)).toEqual(done);
  expect(await send({ ...changed, city: 'Solna' })).toMatchObject({ errors: [{ field: null, code: 'key_reused' }] });
  expect(await unchangeable()).toEqual(before);
});

test('of two forms from the same version the second is told, with what was typed', async () => {
  await newDemoDatabase();
  const other = { ...stored, key: '0b8a7e0e-52f6-4f0a-9c51-3a3f0f4c1d22', city: 'Solna' };
  const answers = await Promise.all([send(changed), send(other, 'astrid-lindqvist')]);
  const refused = answers.filter((answer) => 'errors' in answer);
  expect(refused).toMatchObject([{ errors: [{ field: null, code: 'profile_changed_meanwhile' }] }]);
  expect((await everything()).receipts).toHaveLength(1);
  expect((await profileNow())?.version).toBe(2);
});

test('a form in which nothing is different is said so', async () => {
  await newDemoDatabase();
  const before = await unchangeable();
  expect(await send(stored)).toMatchObject({ errors: [{ field: null, code: 'nothing_changed' }] });
  expect(await unchangeable()).toEqual(before);
});
