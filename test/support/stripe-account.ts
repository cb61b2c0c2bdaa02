import { randomBytes } from 'node:crypto';

type Refused = { readonly code: string; readonly decline_code?: string };
type StripeCard = { readonly last4: string; readonly brand?: string; readonly refused?: Refused };

/** Cards that can be given, by the id of their payment method; what they do to a charge. */
export const STRIPE_CARDS = {
  pm_ok: { last4: '4242' },
  pm_mastercard: { last4: '4444', brand: 'mastercard' },
  pm_declined: { last4: '0002', refused: { code: 'card_declined', decline_code: 'generic_decline' } },
  pm_insufficient: { last4: '9995', refused: { code: 'card_declined', decline_code: 'insufficient_funds' } },
  pm_expired: { last4: '0069', refused: { code: 'expired_card', decline_code: 'expired_card' } },
  pm_authentication: {
    last4: '3184',
    refused: { code: 'authentication_required', decline_code: 'authentication_required' },
  },
  /** Takes a day over it. */
  pm_slow: { last4: '3063' },
} as const satisfies Readonly<Record<string, StripeCard>>;

export type StripeCardId = keyof typeof STRIPE_CARDS;

type PaymentError = Refused & {
  readonly type: 'card_error';
  readonly payment_method: { readonly id: string; readonly object: 'payment_method' };
};

export type StripeIntent = {
  readonly id: string;
  readonly object: 'payment_intent';
  readonly amount: number;
  readonly currency: string;
  readonly customer: string;
  readonly metadata: Readonly<Record<string, string>>;
  status: 'succeeded' | 'processing' | 'requires_action' | 'requires_payment_method' | 'canceled';
  payment_method: string | null;
  last_payment_error: PaymentError | null;
  next_action: { type: 'redirect_to_url'; redirect_to_url: { url: string; return_url: string } } | null;
};

export type StripeSession = {
  readonly id: string;
  readonly customer: string;
  readonly locale: string;
  readonly success_url: string;
  readonly cancel_url: string;
  status: 'open' | 'complete' | 'expired';
  paymentMethod: string | undefined;
};

/** What an account holds, in memory. */
export type StripeAccount = {
  readonly origin: string;
  readonly customers: Map<string, { readonly id: string; readonly name: string }>;
  readonly sessions: Map<string, StripeSession>;
  /** Whose card each payment method is; null once it was detached. */
  readonly methods: Map<string, string | null>;
  readonly intents: Map<string, StripeIntent>;
  /** Payment intents that were given back. */
  readonly refunded: Set<string>;
};

export function openStripeAccount(origin: string): StripeAccount {
  const [customers, sessions, methods, intents] = [new Map(), new Map(), new Map(), new Map()];
  return { origin, customers, sessions, methods, intents, refunded: new Set() };
}

export function newStripeId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}

/** A card given to a customer, under an id of its own. */
export function attachCard({ methods }: StripeAccount, card: StripeCardId, customer: string): string {
  const id = newStripeId(card);
  methods.set(id, customer);
  return id;
}

/** Which card a payment method is. */
export function stripeCardOf(method: string): StripeCard {
  const kind = method.replace(/_[\da-f]{24}$/, '');
  if (!isStripeCard(kind)) throw new Error(`No card of the stand-in: ${method}`);
  return STRIPE_CARDS[kind];
}

export function isStripeCard(id: string): id is StripeCardId {
  return Object.hasOwn(STRIPE_CARDS, id);
}

/** Tries the card: with its owner there, a bank that wants to be asked is asked, and otherwise refuses. */
export function confirmIntent(
  account: StripeAccount,
  intent: StripeIntent,
  method: string,
  returnUrl?: string,
): StripeIntent {
  const { refused } = stripeCardOf(method);
  intent.next_action = null;
  if (refused?.code === 'authentication_required' && returnUrl !== undefined) {
    const redirect_to_url = { url: `${account.origin}/approve/${intent.id}`, return_url: returnUrl };
    return Object.assign(intent, {
      status: 'requires_action',
      payment_method: method,
      last_payment_error: null,
      next_action: { type: 'redirect_to_url', redirect_to_url },
    });
  }
  if (refused) return refuseIntent(intent, method, refused);
  const status = method.startsWith('pm_slow_') ? 'processing' : 'succeeded';
  return Object.assign(intent, { status, payment_method: method, last_payment_error: null });
}

/** As Stripe leaves a payment that failed: without its method, which the error names. */
export function refuseIntent(intent: StripeIntent, method: string, refused: Refused): StripeIntent {
  const payment_method = { id: method, object: 'payment_method' } as const;
  const last_payment_error = { type: 'card_error', ...refused, payment_method } as const;
  return Object.assign(intent, {
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    last_payment_error,
  });
}
