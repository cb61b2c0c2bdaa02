import { hasCheckDigit, TEST_CARDS, type TestCard } from './cards';

export type CardField = 'number' | 'expiry' | 'cvc' | 'name';

export type CardFault =
  | 'number_missing'
  | 'number_not_digits'
  | 'number_length'
  | 'number_check_digit'
  | 'number_not_test'
  | 'number_refused'
  | 'expiry_missing'
  | 'expiry_malformed'
  | 'expiry_past'
  | 'expiry_far'
  | 'cvc_missing'
  | 'cvc_malformed'
  | 'name_missing'
  | 'name_long';

export type CardFaults = Partial<Record<CardField, CardFault>>;

/** `expiryMonth` is 'YYYY-MM'. */
export type ReadCard = { readonly card: TestCard; readonly expiryMonth: string } | { readonly faults: CardFaults };

const LONGEST_NAME = 80;
const FARTHEST_YEARS = 20;

/** What was typed, as a card, or what is wrong with each field. `month` is the present one, 'YYYY-MM'. */
export function readCard(typed: Readonly<Record<CardField, string>>, month: string): ReadCard {
  const number = readNumber(typed.number);
  const expiry = readExpiry(typed.expiry, month);
  const cvc = faultOfCvc(typed.cvc);
  const name = faultOfName(typed.name);
  if (typeof number === 'object' && 'month' in expiry && !cvc && !name) {
    return { card: number, expiryMonth: expiry.month };
  }
  return {
    faults: {
      ...(typeof number === 'string' ? { number } : {}),
      ...('fault' in expiry ? { expiry: expiry.fault } : {}),
      ...(cvc ? { cvc } : {}),
      ...(name ? { name } : {}),
    },
  };
}

function readNumber(text: string): TestCard | CardFault {
  const number = text.replace(/[\s-]/g, '');
  if (number === '') return 'number_missing';
  if (!/^\d+$/.test(number)) return 'number_not_digits';
  if (number.length < 12 || number.length > 19) return 'number_length';
  if (!hasCheckDigit(number)) return 'number_check_digit';
  const card = TEST_CARDS.find((known) => known.number === number);
  if (!card) return 'number_not_test';
  return card.behavior === 'refused' ? 'number_refused' : card;
}

function readExpiry(text: string, present: string): { readonly month: string } | { readonly fault: CardFault } {
  if (text.trim() === '') return { fault: 'expiry_missing' };
  const [, month = '', year = ''] = /^\s*(0?[1-9]|1[0-2])\s*[/ .-]?\s*((?:20)?\d\d)\s*$/.exec(text) ?? [];
  if (month === '') return { fault: 'expiry_malformed' };
  const expiry = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}`;
  if (expiry < present) return { fault: 'expiry_past' };
  const farthest = `${Number(present.slice(0, 4)) + FARTHEST_YEARS}-12`;
  return expiry > farthest ? { fault: 'expiry_far' } : { month: expiry };
}

function faultOfCvc(text: string): CardFault | undefined {
  if (text.trim() === '') return 'cvc_missing';
  return /^\s*\d{3}\s*$/.test(text) ? undefined : 'cvc_malformed';
}

function faultOfName(text: string): CardFault | undefined {
  if (text.trim() === '') return 'name_missing';
  return text.trim().length > LONGEST_NAME ? 'name_long' : undefined;
}
