import { z } from 'zod';
import type { DocumentSnapshot } from '@/lib/domain/document-snapshot';
import { type Currency, isCurrency } from '@/lib/domain/money';

const address = z.object({
  addressLine1: z.string().nullable(),
  addressLine2: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  country: z.string().nullable(),
});
const party = address.extend({ name: z.string(), vatNumber: z.string().nullable() });
const decimal = z.string().regex(/^\d+(\.\d+)?$/);
const category = z.enum(['S', 'Z', 'E', 'AE', 'K', 'G', 'O']);

const line = z.object({
  id: z.string(),
  kind: z.enum(['period', 'increase', 'plan_change', 'credit']),
  subscriptionId: z.string(),
  appName: z.string(),
  planName: z.string(),
  publisher: address.extend({ name: z.string() }),
  fromQuantity: z.number().int().nullable(),
  toQuantity: z.number().int().nullable(),
  credits: z.object({ documentId: z.string(), number: z.string() }).nullable(),
  servedFrom: z.string(),
  servedThrough: z.string(),
  days: z.number().int(),
  ofDays: z.number().int(),
  quantity: z.number().int(),
  unit: decimal,
  net: decimal,
  vatCategory: category,
  vatRateBp: z.number().int(),
});

const snapshot = z.object({
  format: z.literal(1),
  kind: z.enum(['invoice', 'credit_note']),
  number: z.string(),
  issuedOn: z.string(),
  locale: z.string(),
  currency: z.custom<Currency>((code) => typeof code === 'string' && isCurrency(code)),
  seller: party,
  soldTo: z.object({ name: z.string(), country: z.string() }),
  billTo: party.extend({ contactName: z.string().nullable(), contactEmail: z.string().nullable() }),
  profile: z.object({ id: z.string(), name: z.string() }),
  poNumber: z.string().nullable(),
  terms: z.object({ settlement: z.enum(['card', 'invoice']), dueOn: z.string() }).nullable(),
  period: z.object({ from: z.string(), through: z.string() }),
  lines: z.array(line),
  vatGroups: z.array(z.object({ category, rateBp: z.number().int(), net: decimal, vat: decimal })),
  net: decimal,
  vat: decimal,
  total: decimal,
});

/** A document as it was frozen. Throws for text that no document was ever frozen as. */
export function parseSnapshot(text: string): DocumentSnapshot {
  return snapshot.parse(JSON.parse(text));
}
