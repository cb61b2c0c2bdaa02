/** What a test card is there to show; the token that a merchant is given begins with it. */
export type Behavior =
  | 'tok_visa'
  | 'tok_mastercard'
  | 'tok_declined'
  | 'tok_insufficient_funds'
  | 'tok_expired'
  | 'tok_approval'
  | 'tok_disputed';

/** `refused`: it is not taken here at all. */
export type TestCard = {
  readonly number: string;
  readonly brand: string;
  readonly shows: 'succeeds' | 'declined' | 'insufficient_funds' | 'expired' | 'approval' | 'disputed' | 'refused';
  readonly behavior: Behavior | 'refused';
};

/** The only numbers that the sandbox takes. None of them was ever anybody's card. */
export const TEST_CARDS: readonly TestCard[] = [
  { number: '4242424242424242', brand: 'Visa', shows: 'succeeds', behavior: 'tok_visa' },
  { number: '5555555555554444', brand: 'Mastercard', shows: 'succeeds', behavior: 'tok_mastercard' },
  { number: '4000000000000341', brand: 'Visa', shows: 'declined', behavior: 'tok_declined' },
  { number: '4000000000009995', brand: 'Visa', shows: 'insufficient_funds', behavior: 'tok_insufficient_funds' },
  { number: '4000000000000069', brand: 'Visa', shows: 'expired', behavior: 'tok_expired' },
  { number: '4000002760003184', brand: 'Visa', shows: 'approval', behavior: 'tok_approval' },
  { number: '4000000000000259', brand: 'Visa', shows: 'disputed', behavior: 'tok_disputed' },
  { number: '4000000000000002', brand: 'Visa', shows: 'refused', behavior: 'refused' },
];

/** In groups of four, as it stands on a card. */
export function inGroups(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** Whether the last digit is the check digit of those before it (ISO/IEC 7812, by Luhn). */
export function hasCheckDigit(number: string): boolean {
  const digits = [...number].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const weighed = index % 2 === 1 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}
