import type { Page } from '@playwright/test';

/** What is done on a page before its picture is taken. */
export type Arrive = (page: Page) => Promise<void>;

/** Asks for a number of licenses, and waits for what the answer shows. */
export const asks =
  (quantity: string, found: string): Arrive =>
  async (page) => {
    await page.locator('input[name="quantity"]').fill(quantity);
    await page.locator('input[name="quantity"]').press('Enter');
    await page.locator(found).waitFor();
  };

/** Chooses one of a form's round buttons and asks for the review. */
export const chooses =
  (field: string, value: string): Arrive =>
  async (page) => {
    await page.locator(`input[name="${field}"][value="${value}"]`).check();
    await page.locator(`form:has(input[name="${field}"][type="radio"]) button`).click();
    await page.locator('.review').waitFor();
  };

/** From the mail that invited somebody in the demo, whose link may name another port. */
export const openInvitation: Arrive = async (page) => {
  const mail = await page.getByText('/sign-in/invitation?token=').first().innerText();
  await page.goto(`/${/[\w-]+\/sign-in\/invitation\?token=[\w-]{43}/.exec(mail)?.[0]}`);
};

export const asksToCancel: Arrive = async (page) => {
  await page.locator('form:has(input[name="time"]) button').click();
  await page.locator('.review').waitFor();
};

export const asksForTransfer: Arrive = async (page) => {
  await page.locator('form:has(input[value="use_bank_transfer"]) button').click();
  await page.locator('.review').waitFor();
};

export const empties: Arrive = async (page) => {
  await page.locator('input[name="city"]').fill('');
  await page.locator('input[name="postalCode"]').fill('112');
  await page.locator('input[name="recipient2"]').fill('ekonomi@');
  await page.locator('input[name="city"]').press('Enter');
  await page.locator('.error-summary').waitFor();
};

/** Agrees where there is something to agree to, confirms the review and stands at the receipt. */
export const confirms: Arrive = async (page) => {
  for (const box of await page.locator('.review input[type="checkbox"]').all()) await box.check();
  await page.locator('.review form button').first().click();
  await page.waitForURL(/\/receipts\//);
};

/** Confirms in one tab after another has confirmed something else of the same app. */
export const confirmsAfter =
  (...others: readonly Arrive[]): Arrive =>
  async (page) => {
    const other = await page.context().newPage();
    const [app] = new URL(page.url()).searchParams.getAll('app');
    await other.goto(`${new URL(page.url()).pathname}?app=${app}`);
    for (const part of others) await part(other);
    await other.close();
    await page.locator('.review form button').first().click();
    await page.waitForURL(/[?&]notice=/);
  };

/** Opens the oldest open invoice of the operator's page. */
export const opensInvoice: Arrive = async (page) => {
  await page.locator('.open-of a').first().click();
  await page.locator('input[name="amount"]').waitFor();
};

/** Enters what came in for the oldest open invoice. */
export const enters =
  (amount: string, found: string): Arrive =>
  async (page) => {
    await opensInvoice(page);
    await page.locator('input[name="amount"]').fill(amount);
    await page.locator('input[name="reference"]').fill('Bankgiro 5051-6905');
    await page.locator('input[name="amount"]').press('Enter');
    await page.locator(found).waitFor();
  };

/** Books money, and stands where that leads. */
export const books: Arrive = async (page) => {
  await page.locator('.review form button').first().click();
  await page.waitForURL(/[?&]booked=/);
};

/** One after the other. */
export const inTurn =
  (...parts: readonly Arrive[]): Arrive =>
  async (page) => {
    for (const part of parts) await part(page);
  };
