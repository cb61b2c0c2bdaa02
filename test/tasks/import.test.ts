import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { newId } from '@/db/ids';
import type { ImportFault } from '@/db/imports';
import { parseImportFile } from '@/lib/server/imports/import-file';
import { importDraft } from '@/lib/server/jobs/import';
import { everything, listActs, newDemoDatabase, requireAccepted, subscriptionNow } from '@/test/support/database';
import { get, wish } from '@/test/support/purchases';

type Changed = (file: ReturnType<typeof example>) => void;

const example = () => JSON.parse(readFileSync('public/import-example.json', 'utf8'));

beforeEach(newDemoDatabase);

/** Imports the example as `change` bends it. Answers what became of each thing, and what was wrong. */
async function importExample(change: Changed = () => undefined) {
  const file = example();
  change(file);
  const parsed = parseImportFile(file, 'demo');
  if (!parsed.success) throw new Error(parsed.error.message);
  const compared = requireAccepted(await importDraft(parsed.data, { isTrial: false }));
  return {
    changes: compared.map(({ id, change: made }) => `${made} ${id}`),
    faults: compared.flatMap(({ faults }) => faults.map(({ path, code }) => `${path.join('.')} ${code}`)),
  };
}

const price = (plan: { prices: unknown }, prices: Readonly<Record<string, string>>) => {
  plan.prices = prices;
};

test('a new list price is for new purchases: what was bought keeps its own', async () => {
  await importExample();
  const key = newId();
  const bought = { ...wish, planId: 'ritning-live-monthly' };
  requireAccepted(await get(bought, { key }));
  const { changes } = await importExample(({ offers }) => price(offers[0].plans[0], { SEK: '199.00' }));
  expect(changes.filter((change) => !change.startsWith('unchanged'))).toEqual(['changed ritning-live']);
  expect((await subscriptionNow(key)).unitAmountMinor).toBe(14_900n);
  const later = newId();
  requireAccepted(await get(bought, { key: later }));
  expect((await subscriptionNow(later)).unitAmountMinor).toBe(19_900n);
});

test('a plan that the file leaves out is no longer sold, and comes back when it is named again', async () => {
  await importExample();
  await importExample((file) => {
    file.offers[0].plans.pop();
    file.proposals.pop();
  });
  const flat = { ...wish, planId: 'ritning-live-total', quantity: null };
  expect(await get(flat)).toEqual({ ok: false, refusal: 'not_sold' });
  await importExample();
  requireAccepted(await get(flat));
});

test('an order is changed or withdrawn while it is open, and never after it was answered', async () => {
  await importExample();
  const cheaper = await importExample(({ partnerOrders }) => {
    partnerOrders[0].price.amount = '129.00';
  });
  expect(cheaper.changes).toContain('changed order-2026-118');
  const accepted = { ...wish, planId: 'ritning-live-monthly', quantity: 12, orderId: 'order-2026-118' };
  const key = newId();
  requireAccepted(await get(accepted, { key }));
  expect((await subscriptionNow(key)).unitAmountMinor).toBe(12_900n);
  const before = await everything();
  const late = await importExample();
  expect(late.faults).toEqual(['partnerOrders.0 order_closed']);
  const withdrawn = await importExample(({ partnerOrders, proposals }) => {
    partnerOrders[0].price.amount = '129.00';
    partnerOrders[0].withdrawn = true;
    proposals[0].withdrawn = true;
  });
  expect(withdrawn.faults).toEqual(['partnerOrders.0 order_closed']);
  expect(await everything()).toEqual(before);

  const gone = ({ partnerOrders, proposals }: ReturnType<typeof example>) => {
    partnerOrders[0].price.amount = '129.00';
    proposals[0].withdrawn = true;
  };
  expect((await importExample(gone)).changes).toContain('withdrawn proposal-2026-31');
  expect((await importExample(gone)).changes.every((change) => change.startsWith('unchanged'))).toBe(true);
  const told = ['receive_order', 'receive_order', 'change_order', 'accept_order', 'withdraw_order'];
  expect(await listActs()).toEqual(told);
  const taken = { ...wish, planId: 'ritning-live-total', quantity: null, orderId: 'proposal-2026-31' };
  expect(await get(taken)).toEqual({ ok: false, refusal: 'order_withdrawn' });
});

test.each<[ImportFault['code'], string, Changed]>([
  ['publisher_unknown', 'offers.0.publisher', (file) => (file.offers[0].publisher = 'nobody')],
  ['plan_elsewhere', 'offers.0.plans.0.id', (file) => (file.offers[0].plans[0].id = 'ritkant-monthly')],
  ['plan_unknown', 'proposals.0.plan', (file) => (file.proposals[0].plan = 'nothing')],
  ['organization_unknown', 'partnerOrders.0.organization', (file) => (file.partnerOrders[0].organization = 'x')],
  ['quantity_needed', 'partnerOrders.0.quantity', (file) => delete file.partnerOrders[0].quantity],
  ['quantity_not_applicable', 'proposals.0.quantity', (file) => (file.proposals[0].quantity = 3)],
  ['quantity_out_of_range', 'partnerOrders.0.quantity', (file) => (file.partnerOrders[0].quantity = 201)],
  ['not_sold_there', 'partnerOrders.0.plan', (file) => (file.offers[0].countries = ['GB'])],
  ['no_profile_in_currency', 'partnerOrders.0.price', (file) => (file.partnerOrders[0].price.currency = 'EUR')],
])('%s: nothing is imported', async (code, path, bend) => {
  const before = await everything();
  expect((await importExample(bend)).faults).toContain(`${path} ${code}`);
  expect(await everything()).toEqual(before);
});

test.each<[ImportFault['code'], string, Changed]>([
  ['plan_fixed', 'offers.0.plans.0', (file) => delete file.offers[0].plans[0].range],
  ['plan_fixed', 'offers.0.plans.0', (file) => (file.offers[0].plans[0].term = 'P1Y')],
  ['plan_fixed', 'offers.0.plans.0', (file) => (file.offers[0].plans[0].decreasePolicy = 'never')],
  ['publisher_fixed', 'offers.0.publisher', (file) => (file.offers[0].publisher = 'tallyworks')],
  ['order_fixed', 'partnerOrders.0.organization', (file) => (file.partnerOrders[0].organization = 'kymata')],
])('%s: what is there keeps what others rely on', async (code, path, bend) => {
  await importExample();
  const before = await everything();
  expect((await importExample(bend)).faults).toContain(`${path} ${code}`);
  expect(await everything()).toEqual(before);
});

test('only what is named is touched, texts and countries too', async () => {
  const before = await everything();
  await importExample();
  await importExample(({ offers }) => {
    delete offers[0].texts['sv-SE'];
    delete offers[0].countries;
  });
  const { offer_texts: texts = [], offer_countries: countries = [], plan_prices: prices = [] } = await everything();
  const isNew = (row: unknown) => Object(row).offerId === 'ritning-live';
  expect(texts.filter(isNew)).toMatchObject([{ locale: 'en-US' }]);
  expect(countries.filter(isNew)).toEqual([]);
  expect(texts.filter((row) => !isNew(row))).toEqual(before.offer_texts);
  expect(prices).toEqual(expect.arrayContaining(before.plan_prices ?? []));
});

test.each<[string, Changed]>([
  ['partnerOrders.0.id', (file) => (file.partnerOrders[0].id = file.proposals[0].id)],
  ['offers.0.plans.1.id', (file) => (file.offers[0].plans[1].id = file.offers[0].plans[0].id)],
  ['publishers.0.landingUrl', (file) => (file.publishers[0].landingUrl = 'http://portal.fjallform.example/landing')],
  ['publishers.0.landingUrl', (file) => (file.publishers[0].landingUrl = 'https://portal.fjallform.example/#x')],
  ['offers.0.plans.0.range', (file) => (file.offers[0].plans[0].range.min = 300)],
  ['partnerOrders.0.sender.email', (file) => (file.partnerOrders[0].sender.email = 'order')],
  ['proposals.0.validThrough', (file) => (file.proposals[0].validThrough = '2027-02-30')],
  ['offers.0.plans.0.prices.XXX', (file) => (file.offers[0].plans[0].prices = { XXX: '1.00' })],
])('%s is refused before anything is read from the database', (path, bend) => {
  const file = example();
  bend(file);
  const parsed = parseImportFile(file, 'demo');
  expect(parsed.error?.issues.map((issue) => issue.path.join('.')).join(' ')).toContain(
    path.replace('partnerOrders.0.id', 'proposals.0.id'),
  );
});

test('a publisher comes whole, changes by its id, and lands on this machine in a demo alone', async () => {
  const [given] = example().publishers;
  await importExample();
  const publisherNow = async () => (await everything()).publishers?.find((row) => Object(row).id === given.id);
  expect(await publisherNow()).toMatchObject({ ...given, addressLine2: null, region: null });
  const landingUrl = 'http://localhost:3010/fjallform/landing';
  const { changes } = await importExample(({ publishers }) => Object.assign(publishers[0], { landingUrl }));
  expect(changes.filter((change) => !change.startsWith('unchanged'))).toEqual(['changed fjallform']);
  expect(await publisherNow()).toMatchObject({ ...given, landingUrl });
  const live = parseImportFile({ publishers: [{ ...given, landingUrl }] }, 'live');
  expect(live.error?.issues.map(({ path }) => path.join('.'))).toEqual(['publishers.0.landingUrl']);
});
