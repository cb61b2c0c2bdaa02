/** A card as it can be charged: who it belongs to there, and which one it is. */
export type SavedCard = { readonly customer: string; readonly paymentMethod: string };

/** The token that we keep of a card. */
export function toToken({ customer, paymentMethod }: SavedCard): string {
  return `${customer}:${paymentMethod}`;
}

/** Undefined for a token that another provider gave. */
export function readToken(token: string): SavedCard | undefined {
  const [, customer, paymentMethod] = /^(cus_\w+):(\w+)$/.exec(token) ?? [];
  return customer && paymentMethod ? { customer, paymentMethod } : undefined;
}
