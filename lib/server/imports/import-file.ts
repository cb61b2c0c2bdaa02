import { z } from 'zod';
import type { ImportDraft } from '@/db/imports';
import { parseEmail } from '@/lib/domain/email-address';
import { exponentOf, fromDecimalString, isCurrency } from '@/lib/domain/money';
import { ORDER_TERMS_LENGTH } from '@/lib/domain/orders';
import { isLandingUrl } from '@/lib/domain/publisher-portal';
import { CURRENCY_OF_COUNTRY } from '@/lib/domain/regions';
import { isPlainText, isStorableText } from '@/lib/domain/text';
import type { Mode } from '@/lib/env';
import { isLocale, LOCALES, SOURCE_LOCALE } from '@/lib/i18n/locales';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be an id of small letters, digits and hyphens');
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(longest, `must have at most ${longest} characters`)
    .refine((text) => isPlainText(text) && isStorableText(text), 'has characters that cannot be shown');
const country = z
  .string()
  .refine((code) => Object.hasOwn(CURRENCY_OF_COUNTRY, code), 'must be a country in two capitals, such as SE');
const currency = z.string().refine(isCurrency, 'must be a currency that is billed in, such as SEK');
const locale = z.string().refine(isLocale, `must be ${LOCALES.join(' or ')}`);
const day = z.iso.date('must be a day such as 2026-12-31');
const quantity = z.int().min(1).max(1_000_000);
const webAddress = z.url({ protocol: /^https?$/, error: 'must be a web address' });
/** A demo's portal listens on this machine; live, no token leaves without encryption. */
const landing = (isLocalWanted: boolean) =>
  webAddress.refine(
    (url) => isLandingUrl(url, { isLocalWanted }),
    'must begin with https:// and have no user, no # and no token of its own',
  );

const publisher = (isLocalWanted: boolean) =>
  z.strictObject({
    id,
    name: line(100),
    addressLine1: line(100).nullable().default(null),
    addressLine2: line(100).nullable().default(null),
    postalCode: line(20).nullable().default(null),
    city: line(80).nullable().default(null),
    region: line(80).nullable().default(null),
    country: country.nullable().default(null),
    landingUrl: landing(isLocalWanted),
    supportUrl: webAddress,
  });

/** An amount as people write it, with all decimals of its currency and a dot: "129.00" SEK, "1500" JPY. */
function amountOf(text: string, code: string, context: z.RefinementCtx, path: string[]): bigint {
  const decimals = isCurrency(code) ? exponentOf(code) : 0;
  const isAmount = new RegExp(decimals === 0 ? '^\\d{1,12}$' : `^\\d{1,12}\\.\\d{${decimals}}$`).test(text);
  if (isCurrency(code) && isAmount) return fromDecimalString(text, code);
  const message = isCurrency(code)
    ? `must be an amount in ${code} with ${decimals} decimals, as text: "${(0).toFixed(decimals)}"`
    : `${code} is no currency that is billed in`;
  context.addIssue({ code: 'custom', path, message });
  return 0n;
}

const prices = z
  .record(z.string(), z.string('must be an amount as text, such as "129.00"'))
  .transform((given, context) =>
    Object.fromEntries(Object.entries(given).map(([code, text]) => [code, amountOf(text, code, context, [code])])),
  );

const plan = z.strictObject({
  id,
  name: line(60),
  term: z.enum(['P1M', 'P1Y']),
  decreasePolicy: z.enum(['at_renewal', 'immediate', 'never']).default('at_renewal'),
  range: z
    .strictObject({ min: quantity, max: quantity })
    .refine(({ min, max }) => min <= max, 'must not have min above max')
    .optional(),
  prices,
});

const offer = z.strictObject({
  id,
  publisher: id,
  name: line(60),
  texts: z
    .record(locale, line(300))
    .refine((texts) => Object.hasOwn(texts, SOURCE_LOCALE), `must have a text in ${SOURCE_LOCALE}`),
  countries: z.array(country).min(1, 'must name a country, or be left out').optional(),
  plans: z.array(plan).min(1, 'must have a plan'),
});

const order = z
  .strictObject({
    id,
    organization: z.string().min(1).max(64),
    plan: id,
    quantity: quantity.optional(),
    price: z.strictObject({ amount: z.string(), currency }),
    sender: z.strictObject({ name: line(100), email: z.string().optional() }),
    terms: z
      .strictObject({ locale, text: z.string().trim().min(1).max(ORDER_TERMS_LENGTH).refine(isStorableText) })
      .optional(),
    validThrough: day,
    withdrawn: z.boolean().default(false),
  })
  .transform(({ price, sender, ...rest }, context) => {
    const email = sender.email === undefined ? undefined : parseEmail(sender.email);
    if (email && !email.ok) {
      context.addIssue({
        code: 'custom',
        path: ['sender', 'email'],
        message: 'must be an address such as name@example.com',
      });
    }
    return {
      ...rest,
      currency: price.currency,
      unitAmountMinor: amountOf(price.amount, price.currency, context, ['price', 'amount']),
      senderName: sender.name,
      senderEmail: email?.ok ? email.value : null,
    };
  });

const file = (mode: Mode) =>
  z.strictObject({
    publishers: z.array(publisher(mode === 'demo')).default([]),
    offers: z.array(offer).default([]),
    partnerOrders: z.array(order).default([]),
    proposals: z.array(order).default([]),
  });

type Order = z.output<typeof order>;

type File = z.output<ReturnType<typeof file>>;

/** What an operator's file says, or what is wrong with it, by path. Ids that stand twice are refused: one would be lost. */
export function parseImportFile(value: unknown, mode: Mode) {
  return file(mode).superRefine(refuseTwice).transform(asDraft).safeParse(value);
}

function refuseTwice(read: File, context: z.RefinementCtx): void {
  const seen = new Set<string>();
  const meet = (kind: string, found: string, path: PropertyKey[]) => {
    const name = `${kind} ${found}`;
    if (seen.has(name)) context.addIssue({ code: 'custom', path, message: `${found} stands here twice` });
    seen.add(name);
  };
  read.publishers.forEach(({ id: found }, index) => {
    meet('publisher', found, ['publishers', index, 'id']);
  });
  read.offers.forEach(({ id: found, plans, countries = [] }, index) => {
    meet('offer', found, ['offers', index, 'id']);
    plans.forEach(({ id: planId }, at) => {
      meet('plan', planId, ['offers', index, 'plans', at, 'id']);
    });
    countries.forEach((code, at) => {
      meet(found, code, ['offers', index, 'countries', at]);
    });
  });
  for (const list of ['partnerOrders', 'proposals'] as const) {
    read[list].forEach(({ id: found }, index) => {
      meet('order', found, [list, index, 'id']);
    });
  }
}

function asDraft(read: File): ImportDraft {
  const orderOf = (list: 'partnerOrders' | 'proposals') => (given: Order, index: number) => {
    const { organization: organizationId, plan: planId, terms, quantity: count = null, withdrawn, ...rest } = given;
    const channel = list === 'proposals' ? ('proposal' as const) : ('partner' as const);
    const said = { terms: terms?.text ?? null, termsLocale: terms?.locale ?? null };
    return {
      path: [list, index],
      isWithdrawn: withdrawn,
      draft: { ...rest, ...said, organizationId, planId, quantity: count, channel },
    };
  };
  return {
    publishers: read.publishers,
    offers: read.offers.map(({ publisher: publisherId, texts, countries = [], ...rest }) => ({
      ...rest,
      publisherId,
      summaries: texts,
      countries: [...countries].sort(),
    })),
    orders: [...read.partnerOrders.map(orderOf('partnerOrders')), ...read.proposals.map(orderOf('proposals'))],
  };
}
