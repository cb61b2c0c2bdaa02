import { accept, type Outcome } from '@/lib/domain/outcome';
import { type Renewal, renewalOf } from '@/lib/domain/quantity-quote';
import { standardVatRateBp } from '@/lib/domain/vat';
import type { DecidedPurchase } from './purchase';

/** What each period of a purchase costs, with VAT; refused where no VAT rate is known, so nothing could be billed. */
export function priceOfPurchase({
  profile,
  draft,
}: Pick<DecidedPurchase, 'profile' | 'draft'>): Outcome<Renewal, 'vat_rate_unknown'> {
  const rate = standardVatRateBp(profile.country);
  if (!rate.ok) return rate;
  const { quantity, unitAmountMinor, currency, activateBy } = draft;
  const { settlement } = profile;
  const facts = { unitAmountMinor, currency, vatCategory: 'S', vatRateBp: rate.value, settlement } as const;
  return accept(renewalOf(quantity ?? 1, activateBy, facts));
}
