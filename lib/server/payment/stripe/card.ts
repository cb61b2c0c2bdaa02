import type Stripe from 'stripe';
import type { Card } from '@/lib/domain/payment-methods';

const BRANDS: Readonly<Record<string, string>> = {
  amex: 'American Express',
  cartes_bancaires: 'Cartes Bancaires',
  diners: 'Diners Club',
  discover: 'Discover',
  eftpos_au: 'eftpos',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
};

/** A card in our words; the brand as its own name is written. */
export function toCard({ brand, last4, exp_year, exp_month }: Stripe.PaymentMethod.Card): Card {
  const expiryMonth = `${exp_year}-${String(exp_month).padStart(2, '0')}`;
  return { brand: BRANDS[brand] ?? brand, lastFour: last4, expiryMonth };
}
