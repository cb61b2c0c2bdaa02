import { z } from 'zod';
import { FIGURES, type Figure, type FigureValues } from '@/lib/domain/figures';
import { isCurrency } from '@/lib/domain/money';

const value = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ texts: z.array(z.string()) }),
  z.strictObject({ code: z.string() }),
  z.strictObject({ count: z.number() }),
  z.strictObject({ day: z.string() }),
  z.strictObject({ month: z.string() }),
  z.strictObject({ timeZone: z.string() }),
  z.strictObject({ from: z.string(), through: z.string() }),
  z.strictObject({
    amountMinor: z
      .string()
      .regex(/^-?\d+$/)
      .transform(BigInt),
    currency: z.string().refine(isCurrency),
  }),
]);
const values = z.record(z.string(), value);

export type ReceiptDocument = {
  readonly id: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly number: string;
};

/** Everything a receipt says, without words: it is written out anew in whichever language it is read. */
export type ReceiptFacts = {
  /** What the receipt is about: an app or a billing profile, by its name at the time. */
  readonly subject: string;
  readonly timeZone: string;
  /** For the title and for what happens next. */
  readonly values: FigureValues;
  readonly figures: readonly Figure[];
  readonly documents: readonly ReceiptDocument[];
  readonly recipients: readonly string[];
};

export const receiptFacts: z.ZodType<ReceiptFacts> = z.strictObject({
  subject: z.string(),
  timeZone: z.string(),
  values,
  figures: z.array(z.strictObject({ name: z.enum(FIGURES), values })),
  documents: z.array(z.strictObject({ id: z.string(), kind: z.enum(['invoice', 'credit_note']), number: z.string() })),
  recipients: z.array(z.string()),
});
