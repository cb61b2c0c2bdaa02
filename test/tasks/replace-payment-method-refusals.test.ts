import { beforeEach, expect, test } from 'vitest';
import { newId } from '@/db/ids';
import { everything, newDemoDatabase } from '@/test/support/database';
import { giveCard, now, send, versionNow } from '@/test/support/payment-method';
import { enterCardAt } from '@/test/support/payment-page';
import type { Fields } from '@/test/support/submit';

const MINUTE = 60_000;

beforeEach(newDemoDatabase);

/** Everything but what signing in and looking leaves. */
async function unchangeable() {
  const { sessions: _s, previews: _p, card_setups: _c, destinations: _d, ...rest } = await everything();
  return rest;
}

test('a visit of another person, another profile or for the other role is gone', async () => {
  const key = await giveCard();
  const before = await unchangeable();
  const fields = { key: newId(), version: '1', act: 'use_card', setup: key };
  const gone = { errors: [{ field: null, code: 'setup_gone' }] };
  expect(await send('reviewPaymentMethod', fields, { by: 'astrid-lindqvist' })).toMatchObject(gone);
  expect(await send('reviewPaymentMethod', { ...fields, profile: 'nordlys-north' })).toMatchObject(gone);
  expect(await send('reviewPaymentMethod', { ...fields, act: 'use_backup' })).toMatchObject(gone);
  expect(await send('reviewPaymentMethod', { ...fields, setup: newId() })).toMatchObject(gone);
  const others: Fields[] = [{ role: 'backup' }, { profile: 'nordlys-north' }];
  for (const changed of others) {
    const reused = await send('enterCard', { role: 'primary', key, ...changed });
    expect(reused).toMatchObject({ errors: [{ code: 'key_reused' }] });
  }
  expect(await unchangeable()).toEqual(before);
});

test('after half an hour a visit is gone, with or without a card', async () => {
  const key = await giveCard();
  const fields = { key, version: '1', act: 'use_card', setup: key };
  await send('reviewPaymentMethod', fields, { moment: now + 29 * MINUTE });
  const late = { moment: now + 30 * MINUTE };
  expect(await send('replacePaymentMethod', fields, late)).toMatchObject({ errors: [{ code: 'setup_gone' }] });
  expect(await send('reviewPaymentMethod', fields, late)).toMatchObject({ errors: [{ code: 'setup_gone' }] });
  expect(await versionNow()).toBe('1');
});

test('without a card nothing can be reviewed; the same form leads to the same visit', async () => {
  const form = { role: 'primary', key: newId() };
  const away = await send('enterCard', form);
  expect(await send('enterCard', form)).toEqual(away);
  const fields = { key: form.key, version: '1', act: 'use_card', setup: form.key };
  expect(await send('reviewPaymentMethod', fields)).toMatchObject({ errors: [{ code: 'setup_open' }] });
  expect((await enterCardAt('goTo' in away ? away.goTo : '', { number: '4000000000000002' })).status).toBe(422);
  expect(await send('reviewPaymentMethod', fields)).toMatchObject({ errors: [{ code: 'setup_open' }] });
});

test.each([
  ['erik-nystrom', 'permission_missing'],
  ['karin-holm', 'permission_missing'],
  ['oskar-berglund', 'permission_missing'],
  ['eleni-papadaki', 'not_found'],
])('%s is refused: %s', async (by, code) => {
  const before = await unchangeable();
  const fields = { key: newId(), version: '1', act: 'use_bank_transfer' };
  const refused = { errors: [{ field: null, code }] };
  expect(await send('enterCard', { role: 'primary', key: newId() }, { by })).toMatchObject(refused);
  expect(await send('reviewPaymentMethod', fields, { by })).toMatchObject(refused);
  expect(await send('replacePaymentMethod', fields, { by })).toMatchObject(refused);
  expect(await unchangeable()).toEqual(before);
});

test('who has not proved for ten minutes who they are is asked to, before anything else', async () => {
  const before = await unchangeable();
  const earlier = { signedInAt: now - 11 * MINUTE };
  const fields = { key: newId(), version: '1', act: 'use_bank_transfer' };
  const again = { goTo: expect.stringMatching(/^\/sv-SE\/sign-in\/again\?kept=/) };
  expect(await send('enterCard', { role: 'primary', key: newId() }, earlier)).toEqual(again);
  expect(await send('reviewPaymentMethod', fields, earlier)).toEqual(again);
  expect(await send('replacePaymentMethod', fields, earlier)).toEqual(again);
  expect(await unchangeable()).toEqual(before);
});
