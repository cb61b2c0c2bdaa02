import {
  type BillingDetails,
  LONGEST_NAME,
  LONGEST_PLACE,
  LONGEST_PO_NUMBER,
  MOST_RECIPIENTS,
} from '@/lib/domain/billing-details';
import { type EmailRefusal, parseEmail } from '@/lib/domain/email-address';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { type PostalCodeRefusal, parsePostalCode } from '@/lib/domain/postal-codes';
import type { TaskError, Typed } from '@/lib/domain/task-state';
import { parseLine, type TextRefusal } from '@/lib/domain/text';
import { parsePhone } from './phone-number';
import { parseVatNumber } from './vat-number';

type Line = 'bill_to' | 'street' | 'address_more' | 'city' | 'region' | 'contact_name' | 'po_number';

export type DetailsCode =
  | `${Line}_${TextRefusal}`
  | 'street_missing'
  | 'city_missing'
  | Exclude<EmailRefusal, 'email_missing'>
  | PostalCodeRefusal
  | 'phone_malformed'
  | 'vat_number_malformed';

/** The names of the form's fields for invoice recipients. */
export const RECIPIENT_FIELDS = Array.from({ length: MOST_RECIPIENTS }, (_, index) => `recipient${index + 1}`);

type Read = { readonly details: BillingDetails } | { readonly errors: readonly TaskError<DetailsCode>[] };

/** What was typed into the form, as it is stored; or everything that is wrong with it, each at its field. */
export function readDetails(
  typed: Typed,
  { country, documentLocale }: { country: string; documentLocale: string },
): Read {
  const errors: TaskError<DetailsCode>[] = [];
  const take = <Value>(field: string, parsed: Outcome<Value, DetailsCode>): Value | null => {
    if (parsed.ok) return parsed.value;
    errors.push({ field, code: parsed.refusal });
    return null;
  };
  const textOf = (field: string) => typed[field] ?? '';
  const line = (field: string, name: Line, longest = LONGEST_NAME) =>
    take(field, readLine(textOf(field), name, longest));
  const address = {
    billToName: line('billToName', 'bill_to'),
    addressLine1: take('addressLine1', readNeeded(textOf('addressLine1'), 'street', LONGEST_NAME)),
    addressLine2: line('addressLine2', 'address_more'),
    postalCode: take('postalCode', parsePostalCode(textOf('postalCode'), country)),
    city: take('city', readNeeded(textOf('city'), 'city', LONGEST_PLACE)),
    region: line('region', 'region', LONGEST_PLACE),
  };
  const contact = {
    contactName: line('contactName', 'contact_name'),
    contactEmail: take('contactEmail', readEmail(textOf('contactEmail'))),
    contactPhone: take('contactPhone', parsePhone(textOf('contactPhone'), country)),
  };
  const recipients = RECIPIENT_FIELDS.map((field) => take(field, readEmail(textOf(field))));
  const references = {
    poNumber: line('poNumber', 'po_number', LONGEST_PO_NUMBER),
    vatNumber: take('vatNumber', parseVatNumber(textOf('vatNumber'), country)),
  };
  if (errors.length > 0) return { errors };
  const each = [...new Set(recipients.filter((email) => email !== null))].sort();
  return { details: { ...address, ...contact, ...references, documentLocale, recipients: each } };
}

function readLine(typed: string, name: Line, longest: number): Outcome<string | null, `${Line}_${TextRefusal}`> {
  const parsed = parseLine(typed, longest);
  return parsed.ok ? parsed : refuse(`${name}_${parsed.refusal}`);
}

function readNeeded<Name extends 'street' | 'city'>(
  typed: string,
  name: Name,
  longest: number,
): Outcome<string, `${Line}_${TextRefusal}` | `${Name}_missing`> {
  const parsed = readLine(typed, name, longest);
  if (!parsed.ok) return parsed;
  return parsed.value === null ? refuse(`${name}_missing`) : accept(parsed.value);
}

function readEmail(typed: string): Outcome<string | null, Exclude<EmailRefusal, 'email_missing'>> {
  const parsed = parseEmail(typed);
  if (parsed.ok) return parsed;
  return parsed.refusal === 'email_missing' ? accept(null) : refuse(parsed.refusal);
}
