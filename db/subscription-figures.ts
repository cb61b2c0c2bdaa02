import type { Figure } from '@/lib/domain/figures';
import type { Subscription } from './subscriptions';

/** Which app and plan an act is about. */
export function appFigure({ offer, plan }: Pick<Subscription, 'offer' | 'plan'>): Figure {
  return { name: 'app', values: { app: { text: offer.name }, plan: { text: plan.name } } };
}

/** Who pays, with what. */
export function payerFigure({ paymentMethod, profile }: Pick<Subscription, 'paymentMethod' | 'profile'>): Figure {
  const ofProfile = { profile: { text: profile.name } };
  if (!paymentMethod?.brand || !paymentMethod.lastFour) return { name: 'paidByInvoice', values: ofProfile };
  const { brand, lastFour } = paymentMethod;
  return { name: 'paidByCard', values: { ...ofProfile, brand: { text: brand }, lastFour: { text: lastFour } } };
}
