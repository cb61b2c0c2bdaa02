import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { read } from '@/db/client';
import { newId } from '@/db/ids';
import { auditEntries, billingProfiles, cardSetups, paymentMethods } from '@/db/schema';
import { everything, newDemoDatabase } from '@/test/support/database';
import { confirm, giveCard, here, now, profileId, send, versionNow } from '@/test/support/payment-method';

beforeEach(newDemoDatabase);

async function methodsNow() {
  const rows = await read((db) =>
    db.select().from(paymentMethods).where(eq(paymentMethods.billingProfileId, profileId)),
  );
  return rows.map(({ role, kind, lastFour, token, replacedAt }) => [
    role,
    kind,
    lastFour,
    token?.split('.')[0],
    replacedAt,
  ]);
}

async function profileNow() {
  const [profile] = await read((db) => db.select().from(billingProfiles).where(eq(billingProfiles.id, profileId)));
  return profile;
}

test('another card, from the provider’s page to the receipt: the old one stays on record without its token', async () => {
  const key = await giveCard();
  const done = await confirm(key, { act: 'use_card', setup: key });
  const all = await everything();
  expect(done).toEqual({ goTo: `/sv-SE/receipts/${Object(all.receipts?.[0]).id}` });
  expect(await methodsNow()).toEqual([
    ['primary', 'card', '4242', undefined, now],
    ['primary', 'card', '4444', 'tok_mastercard', null],
  ]);
  expect(await profileNow()).toMatchObject({ version: 2, settlement: 'card' });
  expect(all.card_setups).toMatchObject([{ key, token: null, lastFour: '4444', usedAt: now }]);
  expect(all.audit_entries).toMatchObject([
    {
      act: 'replace_payment_method',
      personId: 'maja-sandberg',
      subscriptionId: null,
      billingProfileId: profileId,
      before: { method: 'card', brand: 'Visa', lastFour: '4242' },
      after: { method: 'card', brand: 'Mastercard', lastFour: '4444', backup: 'none' },
    },
  ]);
  const kinds = all.outbox_events?.map((event) => Object(event).kind).sort();
  expect(kinds).toEqual(['card_detach', 'receipt_mail', 'receipt_mail']);
});

test('to bank transfer and back: card or invoice follows', async () => {
  const key = newId();
  expect(await confirm(key, { act: 'use_bank_transfer' })).toMatchObject({
    goTo: expect.stringContaining('/receipts/'),
  });
  expect(await profileNow()).toMatchObject({ version: 2, settlement: 'invoice' });
  const card = await giveCard();
  await confirm(card, { act: 'use_card', setup: card });
  expect(await profileNow()).toMatchObject({ version: 3, settlement: 'card' });
  expect(await methodsNow()).toMatchObject([
    ['primary', 'card', '4242', undefined, now],
    ['primary', 'bank_transfer', null, undefined, now],
    ['primary', 'card', '4444', 'tok_mastercard', null],
  ]);
});

test('a backup is added, replaced and removed, and falls away with bank transfer', async () => {
  const first = await giveCard('backup');
  await confirm(first, { act: 'use_backup', setup: first });
  const second = await giveCard('backup', { number: '4000000000000341' });
  await confirm(second, { act: 'use_backup', setup: second });
  const inUse = async () =>
    (await methodsNow()).flatMap(([role, _kind, lastFour, _token, replacedAt]) =>
      replacedAt === null ? [`${role} ${lastFour}`] : [],
    );
  expect(await inUse()).toEqual(['primary 4242', 'backup 0341']);
  await confirm(newId(), { act: 'remove_backup' });
  expect(await inUse()).toEqual(['primary 4242']);
  const third = await giveCard('backup');
  await confirm(third, { act: 'use_backup', setup: third });
  await confirm(newId(), { act: 'use_bank_transfer' });
  expect(await inUse()).toEqual(['primary null']);
  const acts = await read((db) =>
    db.select({ act: auditEntries.act }).from(auditEntries).orderBy(auditEntries.sequence),
  );
  expect(acts.map(({ act }) => act)).toEqual([
    'use_backup_method',
    'use_backup_method',
    'remove_backup_method',
    'use_backup_method',
    'replace_payment_method',
  ]);
});

test('twenty submits at once, and one more afterwards, have one effect and one receipt', async () => {
  const key = await giveCard();
  const fields = { key, version: '1', act: 'use_card', setup: key };
  await send('reviewPaymentMethod', fields);
  const answers = await Promise.all(Array.from({ length: 20 }, () => send('replacePaymentMethod', fields)));
  const all = await everything();
  const receipt = { goTo: `/sv-SE/receipts/${Object(all.receipts?.[0]).id}` };
  expect(
    new Set([...answers, await send('replacePaymentMethod', fields)].map((answer) => JSON.stringify(answer))),
  ).toEqual(new Set([JSON.stringify(receipt)]));
  expect([all.receipts?.length, all.audit_entries?.length]).toEqual([1, 1]);
  expect(await profileNow()).toMatchObject({ version: 2 });
});

test('a visit is used once: under another key it is gone', async () => {
  const key = await giveCard();
  await confirm(key, { act: 'use_card', setup: key });
  const again = { key: newId(), version: await versionNow(), act: 'use_card', setup: key };
  expect(await send('reviewPaymentMethod', again)).toMatchObject({ errors: [{ field: null, code: 'setup_gone' }] });
  expect(await send('enterCard', { role: 'primary', key })).toMatchObject({ errors: [{ code: 'setup_gone' }] });
});

test('two cards reviewed at once: the second is reviewed anew', async () => {
  const [one, two] = [await giveCard(), await giveCard('primary', { number: '4242424242424242' })];
  const fields = (key: string) => ({ key, version: '1', act: 'use_card', setup: key });
  await send('reviewPaymentMethod', fields(one));
  await send('reviewPaymentMethod', fields(two));
  await send('replacePaymentMethod', fields(one));
  expect(await send('replacePaymentMethod', fields(two))).toEqual({
    goTo: expect.stringMatching(/&preview=[\da-f-]{36}&notice=preview_differs#review$/),
  });
  expect(await profileNow()).toMatchObject({ version: 2 });
});

test('a form from before somebody else’s change says so in its review', async () => {
  await confirm(newId(), { act: 'use_bank_transfer' });
  const card = await giveCard();
  const answer = await send('reviewPaymentMethod', { key: card, version: '1', act: 'use_card', setup: card });
  expect(answer).toEqual({ goTo: `${here}&preview=${card}&notice=changed_meanwhile#review` });
});

test('no card number and no code is anywhere in the database', async () => {
  const key = await giveCard();
  await confirm(key, { act: 'use_card', setup: key });
  const [setup] = await read((db) => db.select().from(cardSetups));
  expect(setup).toMatchObject({ lastFour: '4444' });
  const all = JSON.stringify(await everything(), (_, value) => (typeof value === 'bigint' ? String(value) : value));
  expect(all).not.toMatch(/5555[ -]?5555|4242[ -]?4242/);
});
