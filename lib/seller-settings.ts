import { z } from 'zod';
import { isIban } from '@/lib/domain/payment-reference';

/** Who issues the invoices: the operator. Null where it was not said. */
export type SellerSettings = {
  readonly name: string;
  readonly addressLine1: string;
  readonly addressLine2: string | null;
  readonly postalCode: string | null;
  readonly city: string;
  readonly region: string | null;
  /** ISO 3166-1, capitals. */
  readonly country: string;
  readonly vatNumber: string | null;
};

/** Where bank transfers go. `iban` without spaces. */
export type BankAccount = { readonly iban: string; readonly bic: string | null; readonly bank: string | null };

/** The settings that say who sells. */
export const sellerShape = {
  SELLER_NAME: z.string().max(100).optional(),
  SELLER_ADDRESS: z.string().max(100).optional(),
  SELLER_POSTAL_CODE: z.string().max(20).optional(),
  SELLER_CITY: z.string().max(80).optional(),
  SELLER_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  SELLER_VAT_NUMBER: z
    .string()
    .regex(/^[0-9A-Z]{4,20}$/)
    .optional(),
  SELLER_IBAN: z.string().refine(isIban).optional(),
  SELLER_BIC: z
    .string()
    .regex(/^[A-Z]{6}[0-9A-Z]{2}([0-9A-Z]{3})?$/)
    .optional(),
  SELLER_BANK: z.string().max(80).optional(),
};

/** Without these nobody could tell whose invoice it is. */
export const neededOfSeller = ['SELLER_NAME', 'SELLER_ADDRESS', 'SELLER_CITY', 'SELLER_COUNTRY'] as const;

const demoSeller: SellerSettings = {
  name: 'Torgvind Handel AB',
  addressLine1: 'Lilla Bommen 6',
  addressLine2: null,
  postalCode: '411 04',
  city: 'Göteborg',
  region: null,
  country: 'SE',
  vatNumber: 'SE556817324801',
};

const demoAccount: BankAccount = { iban: 'SE3198700000001847200315', bic: 'BRYGSESS', bank: 'Bryggbanken' };

type Given = Partial<Record<keyof typeof sellerShape, string | undefined>>;

/** The seller as it was set; the demo's made-up one where the settings do not say who sells. */
export function readSeller(all: Given): SellerSettings {
  const { SELLER_NAME: name, SELLER_ADDRESS: addressLine1, SELLER_CITY: city, SELLER_COUNTRY: country } = all;
  if (!name || !addressLine1 || !city || !country) return demoSeller;
  const postalCode = all.SELLER_POSTAL_CODE ?? null;
  const vatNumber = all.SELLER_VAT_NUMBER ?? null;
  return { name, addressLine1, addressLine2: null, postalCode, city, region: null, country, vatNumber };
}

/** The account as it was set; with the made-up seller its made-up one. Undefined where a seller has not said. */
export function readBankAccount(all: Given): BankAccount | undefined {
  const { SELLER_IBAN: iban, SELLER_BIC: bic = null, SELLER_BANK: bank = null } = all;
  if (iban) return { iban, bic, bank };
  return readSeller(all) === demoSeller ? demoAccount : undefined;
}
