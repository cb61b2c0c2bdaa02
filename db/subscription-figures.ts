import type { Figure } from '@/lib/domain/figures';
import type { Subscription } from './subscriptions';

/** Which app and plan an act is about. */
export function appFigure({ offer, plan }: Pick<Subscription, 'offer' | 'plan'>): Figure {
  return { name: 'app', values: { app: { text: offer.name }, plan: { text: plan.name } } };
}

type Payer = Pick<Subscription, 'paymentMethod' | 'profile'> & Partial<Pick<Subscription, 'backupMethod'>>;

/** Who pays, with what; a backup is named where it is not known yet which of the two it will be. */
export function payerFigure({ paymentMethod, backupMethod, profile }: Payer): Figure {
  const ofProfile = { profile: { text: profile.name } };
  if (!paymentMethod?.brand || !paymentMethod.lastFour) return { name: 'paidByInvoice', values: ofProfile };
  const { brand, lastFour } = paymentMethod;
  const card = { ...ofProfile, brand: { text: brand }, lastFour: { text: lastFour } };
  if (!backupMethod?.brand || !backupMethod.lastFour) return { name: 'paidByCard', values: card };
  const backup = { backupBrand: { text: backupMethod.brand }, backupLastFour: { text: backupMethod.lastFour } };
  return { name: 'paidByCardOrBackup', values: { ...card, ...backup } };
}
