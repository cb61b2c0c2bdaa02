import { expect, type Page } from '@playwright/test';
import { paymentReferenceOf, spellReference } from '@/lib/domain/payment-reference';
import { APPROVED_BY_BANK, MASTERCARD, pageWords, test, typeCard } from '@/test/support/payment-site';
import { ELENI, JOHAN, signInAs, VERA } from '@/test/support/people';
import { valueBeside } from '@/test/support/quantity-page';
import { readValue, rowsOf } from '@/test/support/site-rows';
import { words } from '@/test/support/words';

const openInvoice = (app: string) =>
  `select d.id from documents d join billing_lines l on l.document_id = d.id where l.subscription_id = '${app}'
   and d.kind = 'invoice' and not exists (select 1 from payment_allocations a where a.document_id = d.id) limit 1`;

test('a declined card is replaced, the invoice paid, and the app is back; so after a chargeback, with the bank’s approval', async ({
  page,
  site,
}) => {
  const t = words('sv-SE');
  const state = () => readValue(site, `select state from subscriptions where id = 'nordlys-prosfora'`);
  expect(await state()).toBe('past_due');
  await signInAs(page, 'sv-SE', JOHAN, '/sv-SE/help');
  await page.locator('a[href*="fix-payment?app=nordlys-prosfora"]').click();
  await expect(page.locator('li', { has: page.locator('#pay-invoice') })).toContainText('0341');

  await page.getByRole('button', { name: t('replacePaymentMethod.card'), exact: true }).click();
  await typeCard(page, 'sv-SE', MASTERCARD);
  await page.getByRole('button', { name: t('replacePaymentMethod.review') }).click();
  await page.waitForURL(/fix-payment.*invoice=.*preview=.*#review$/);
  await page.getByRole('button', { name: /Mastercard/ }).click();
  await page.waitForURL(/\/receipts\//);

  // The outbox tries the new card by itself; whichever is first, the money is taken once.
  const invoice = await readValue(
    site,
    `select id from documents where kind = 'invoice' and id in (
    select document_id from billing_lines where subscription_id = 'nordlys-prosfora') order by issued_at desc limit 1`,
  );
  await page.goto(`/sv-SE/help/fix-payment?invoice=${invoice}`);
  const review = page.getByRole('button', { name: t('payInvoice.review') });
  if (await review.isVisible()) {
    await review.click();
    const confirm = page.getByRole('button', { name: /^Betala / });
    if (await confirm.isVisible()) await confirm.click();
  }
  await expect.poll(state).toBe('active');

  await test.step('the bank takes the payment back, and the bank of the next card wants an approval', async () => {
    const last = `select charge_id from payments where billing_profile_id = 'nordlys-north' order by created_at desc limit 1`;
    await rowsOf(site, `update charges set outcome = 'disputed' where id = (${last})`);
    await rowsOf(
      site,
      `update subscriptions set state = 'past_due', pay_by = '2099-01-01' where id = 'nordlys-prosfora'`,
    );
    await page.goto('/sv-SE/help/fix-payment?app=nordlys-prosfora');
    await expect(page.locator('li', { has: page.locator('#pay-invoice') })).toContainText('återdebitering');
    await page.getByRole('button', { name: t('replacePaymentMethod.card'), exact: true }).click();
    await typeCard(page, 'sv-SE', APPROVED_BY_BANK);
    await page.getByRole('button', { name: t('replacePaymentMethod.review') }).click();
    await page.getByRole('button', { name: /Visa/ }).click();
    await page.waitForURL(/\/receipts\//);
    const waiting = () =>
      readValue(site, `select count(*) from charges where outcome = 'needs_action' and document_id = '${invoice}'`);
    await expect.poll(waiting).toBe('1');

    const bank = pageWords('sv-SE').approval;
    await page.goto(`/sv-SE/help/fix-payment?invoice=${invoice}`);
    await page.getByRole('button', { name: t('payInvoice.approval.approve') }).click();
    await page.getByRole('link', { name: bank.leave }).click();
    await expect(page.getByText(t('payInvoice.approval.open'))).toBeVisible();
    await page.getByRole('button', { name: t('payInvoice.approval.approve') }).click();
    await expect(page.getByRole('heading', { level: 1, name: bank.title })).toBeVisible();
    await page.getByRole('button', { name: /^Godkänn .*kr$/ }).click();
    await expect(page.getByText(t('payInvoice.approval.succeeded'))).toBeVisible();
    expect(await state()).toBe('past_due');
    await page.getByRole('button', { name: t('payInvoice.approval.complete') }).click();
    await page.waitForURL(/\/receipts\//);
    expect(await state()).toBe('active');
  });
});

test('a biller books a part and then the rest, and a customer finds no such page', async ({
  page,
  site,
  expectedStatuses,
}) => {
  const t = words('en-US');
  const invoice = await readValue(site, openInvoice('kymata-prosfora'));
  const paid = () =>
    readValue(site, `select coalesce(sum(amount_minor), 0) from payment_allocations where document_id = '${invoice}'`);
  const total = BigInt(await readValue(site, `select total_minor from documents where id = '${invoice}'`));
  await signInAs(page, 'en-US', VERA, `/en-US/biller?invoice=${invoice}`);
  await book(page, '10');
  await expect(page.getByRole('status')).toContainText('10.00');
  expect(await paid()).toBe('1000');
  expect(await readValue(site, `select state from subscriptions where id = 'kymata-prosfora'`)).toBe('past_due');

  await page.goto(`/en-US/biller?invoice=${invoice}`);
  await book(page, 'x');
  await expect(page.getByRole('alert').getByRole('link', { name: t('biller.errors.amount_malformed') })).toBeVisible();
  await page.goto(`/en-US/biller?invoice=${invoice}`);
  await book(page);
  await expect(page.getByRole('status')).toBeVisible();
  expect(BigInt(await paid())).toBe(total);
  expect(await readValue(site, `select state from subscriptions where id = 'kymata-prosfora'`)).toBe('active');

  expectedStatuses.add(404);
  await signInAs(page, 'en-US', 'Eleni Papadaki');
  const answer = await page.goto('/en-US/biller');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('missing.title'));
});

test('a disabled app’s debt: the sixth try of a day is refused, and paid it stays disabled (sv-SE)', async ({
  page,
  site,
}) => {
  const t = words('sv-SE');
  const app = 'kymata-archive';
  const [[invoice = '', charge = '']] = (await rowsOf(
    site,
    `select d.id, d.charge_id from documents d join billing_lines l on l.document_id = d.id
     where l.subscription_id = '${app}' and d.kind = 'invoice' order by d.issued_on desc limit 1`,
  )) as [string[]];
  await rowsOf(site, `update charges set outcome = 'disputed' where id = '${charge}'`);
  const card = `where billing_profile_id = 'kymata-head-office' and role = 'primary' and replaced_at is null`;
  const token = await readValue(site, `select token from payment_methods ${card}`);
  await rowsOf(site, `update payment_methods set token = 'tok_declined' ${card}`);
  const tries = () => readValue(site, `select count(*) from charges where document_id = '${invoice}'`);

  const path = `/sv-SE/help/fix-payment?invoice=${invoice}`;
  const review = page.getByRole('button', { name: t('payInvoice.review') });
  const confirm = page.getByRole('button', { name: /^Betala / });
  await signInAs(page, 'sv-SE', ELENI, path);
  for (const count of ['1', '2', '3', '4', '5']) {
    await page.goto(path);
    await review.click();
    await confirm.click();
    await expect.poll(tries).toBe(count);
  }
  await page.goto(path);
  await review.click();
  await expect(page.getByText(t('payInvoice.errors.too_many_tries', { tries: 5 })).first()).toBeVisible();
  expect(await tries()).toBe('5');

  await rowsOf(site, `update charges set asked_at = asked_at - 172800000 where document_id = '${invoice}'`);
  await rowsOf(site, `update payment_methods set token = '${token}' ${card}`);
  await page.goto(path);
  await review.click();
  const stays = valueBeside(page, t('figures.staysDisabled.name'));
  await expect(stays).toHaveText(t('figures.staysDisabled.text', { apps: 'Tallyworks Archive' }));
  await confirm.click();
  await page.waitForURL(/\/receipts\//);
  await expect(stays).toBeVisible();
  expect(await readValue(site, `select state from subscriptions where id = '${app}'`)).toBe('disabled');
});

test('a monthly invoice is due until its transfer is booked, and then paid for whoever reads it (en-US)', async ({
  page,
  site,
}) => {
  const t = words('en-US');
  const [[invoice = '', number = '', payment = '']] = (await rowsOf(
    site,
    `select d.id, d.number, a.payment_id from documents d join payment_allocations a on a.document_id = d.id
     where d.billing_profile_id = 'kymata-hotels' and d.kind = 'invoice' order by d.issued_at desc limit 1`,
  )) as [string[]];
  // Its transfer has not come yet.
  await rowsOf(site, `delete from payment_allocations where payment_id = '${payment}'`);
  await rowsOf(site, `delete from payments where id = '${payment}'`);
  await signInAs(page, 'en-US', ELENI, `/en-US/help/fix-payment?invoice=${invoice}`);
  const reference = spellReference(paymentReferenceOf(number));
  await expect(valueBeside(page, t('payInvoice.transfer.reference'))).toContainText(reference);
  await signInAs(page, 'en-US', VERA, '/en-US/biller');
  await page.getByLabel(t('biller.search')).fill(reference);
  await page.getByLabel(t('biller.search')).press('Enter');
  await page.locator(`a[href*="biller?invoice=${invoice}"]`).click();
  await book(page);
  await signInAs(page, 'en-US', ELENI, `/en-US/billing/invoices/${invoice}`);
  await expect(valueBeside(page, t('invoice.due'))).toHaveText(/^€?0\.00/);
  await page.goto(`/en-US/help/fix-payment?invoice=${invoice}`);
  await expect(page.getByText(t('payInvoice.alreadyPaid', { number }))).toBeVisible();
});

/** From what came in to the booking; the whole of what is left where no amount is given. */
async function book(page: Page, amount?: string): Promise<void> {
  const t = words('en-US');
  if (amount !== undefined) await page.getByLabel(/^Amount received/).fill(amount);
  await page.getByRole('button', { name: t('biller.review') }).click();
  if (amount === 'x') return;
  await page.getByRole('button', { name: /^Book / }).click();
  await page.waitForURL(/booked=/);
}
