import {
  confirmIntent,
  newStripeId,
  type StripeAccount,
  type StripeIntent,
  type StripeSession,
  stripeCardOf,
} from './stripe-account';

/** A call, its form or query as Stripe's clients write them: `metadata[key]`. */
export type StripeCall = { readonly method: string; readonly path: string; readonly fields: URLSearchParams };
export type StripeAnswer = { readonly status: number; readonly body: object };

type Handler = (account: StripeAccount, fields: URLSearchParams, id: string) => StripeAnswer;

const ROUTES: readonly (readonly [string, RegExp, Handler])[] = [
  ['POST', /^\/v1\/customers$/, makeCustomer],
  ['POST', /^\/v1\/checkout\/sessions$/, openSession],
  ['GET', /^\/v1\/checkout\/sessions\/(\w+)$/, findSession],
  ['POST', /^\/v1\/checkout\/sessions\/(\w+)\/expire$/, expireSession],
  ['POST', /^\/v1\/payment_intents$/, makeIntent],
  ['GET', /^\/v1\/payment_methods\/(\w+)$/, findMethod],
  ['POST', /^\/v1\/payment_methods\/(\w+)\/detach$/, detachMethod],
  ['GET', /^\/v1\/payment_intents$/, listIntents],
  ['GET', /^\/v1\/payment_intents\/(\w+)$/, withIntent((intent) => ok(intent))],
  ['POST', /^\/v1\/payment_intents\/(\w+)\/confirm$/, withIntent(confirm)],
  ['POST', /^\/v1\/payment_intents\/(\w+)\/cancel$/, withIntent(cancel)],
  ['POST', /^\/v1\/refunds$/, makeRefund],
];

/** What Stripe answers to a call of its API. */
export function answerStripe(account: StripeAccount, { method, path, fields }: StripeCall): StripeAnswer {
  for (const [verb, pattern, handler] of ROUTES) {
    const found = verb === method ? pattern.exec(path) : null;
    if (found) return handler(account, fields, found[1] ?? '');
  }
  return refused(404, 'url_invalid');
}

function makeCustomer({ customers }: StripeAccount, fields: URLSearchParams): StripeAnswer {
  const customer = { id: newStripeId('cus'), object: 'customer', name: fields.get('name') ?? '' };
  customers.set(customer.id, customer);
  return ok(customer);
}

function openSession(account: StripeAccount, fields: URLSearchParams): StripeAnswer {
  const text = (name: string) => fields.get(name) ?? '';
  const isWhole = ['success_url', 'cancel_url'].every((name) => URL.canParse(text(name))) && text('mode') === 'setup';
  if (!isWhole || text('allowed_payment_method_types[0]') !== 'card') return refused(400, 'parameter_missing');
  if (!account.customers.has(text('customer'))) return refused(400, 'resource_missing');
  const session: StripeSession = {
    id: newStripeId('cs_test'),
    customer: text('customer'),
    locale: text('locale'),
    success_url: text('success_url'),
    cancel_url: text('cancel_url'),
    status: 'open',
    paymentMethod: undefined,
  };
  account.sessions.set(session.id, session);
  return ok(toSession(account, session, false));
}

function findSession(account: StripeAccount, fields: URLSearchParams, id: string): StripeAnswer {
  const session = account.sessions.get(id);
  const isExpanded = fields.get('expand[0]') === 'setup_intent.payment_method';
  return session ? ok(toSession(account, session, isExpanded)) : refused(404, 'resource_missing');
}

function expireSession(account: StripeAccount, _fields: URLSearchParams, id: string): StripeAnswer {
  const session = account.sessions.get(id);
  if (session?.status !== 'open') return refused(400, 'checkout_session_unexpected_state');
  session.status = 'expired';
  return ok(toSession(account, session, false));
}

function toSession({ origin }: StripeAccount, session: StripeSession, isExpanded: boolean): object {
  const { paymentMethod, ...own } = session;
  const method =
    paymentMethod && isExpanded ? toPaymentMethod(paymentMethod, session.customer) : (paymentMethod ?? null);
  const intent = { id: `seti_${session.id}`, object: 'setup_intent', payment_method: method };
  const url = session.status === 'open' ? `${origin}/checkout/${session.id}` : null;
  const setup_intent = isExpanded ? intent : intent.id;
  return { ...own, object: 'checkout.session', mode: 'setup', url, setup_intent };
}

function toPaymentMethod(id: string, customer: string | null): object {
  const card = { brand: 'visa', exp_month: 4, exp_year: 2035, ...stripeCardOf(id) };
  return { id, object: 'payment_method', type: 'card', customer, card };
}

function findMethod({ methods }: StripeAccount, _fields: URLSearchParams, id: string): StripeAnswer {
  const customer = methods.get(id);
  return customer === undefined ? refused(404, 'resource_missing') : ok(toPaymentMethod(id, customer));
}

function detachMethod({ methods }: StripeAccount, _fields: URLSearchParams, id: string): StripeAnswer {
  if (!methods.get(id)) return refused(400, 'payment_method_unexpected_state');
  methods.set(id, null);
  return ok(toPaymentMethod(id, null));
}

function makeIntent(account: StripeAccount, fields: URLSearchParams): StripeAnswer {
  const text = (name: string) => fields.get(name) ?? '';
  const amount = Number(text('amount'));
  if (text('off_session') !== 'true' || text('confirm') !== 'true') return refused(400, 'parameter_missing');
  if (!Number.isSafeInteger(amount) || amount > 99_999_999) return refused(400, 'amount_too_large');
  if (amount < 50) return refused(400, 'amount_too_small');
  const method = text('payment_method');
  if (account.methods.get(method) !== text('customer')) return refused(400, 'resource_missing');
  const intent: StripeIntent = {
    id: newStripeId('pi'),
    object: 'payment_intent',
    amount,
    currency: text('currency'),
    customer: text('customer'),
    metadata: { charge_key: text('metadata[charge_key]') },
    status: 'requires_payment_method',
    payment_method: null,
    last_payment_error: null,
    next_action: null,
  };
  account.intents.set(intent.id, intent);
  return told(confirmIntent(account, intent, method));
}

function listIntents({ intents }: StripeAccount, fields: URLSearchParams): StripeAnswer {
  const own = [...intents.values()].filter(({ customer }) => customer === fields.get('customer'));
  return ok({ object: 'list', url: '/v1/payment_intents', has_more: false, data: own.reverse() });
}

function confirm(intent: StripeIntent, account: StripeAccount, fields: URLSearchParams): StripeAnswer {
  if (intent.status !== 'requires_payment_method' && intent.status !== 'requires_action') {
    return refused(400, 'payment_intent_unexpected_state');
  }
  const method = fields.get('payment_method') ?? '';
  if (account.methods.get(method) !== intent.customer) return refused(400, 'resource_missing');
  return told(confirmIntent(account, intent, method, fields.get('return_url') ?? undefined));
}

function cancel(intent: StripeIntent): StripeAnswer {
  if (intent.status === 'succeeded' || intent.status === 'canceled') {
    return refused(400, 'payment_intent_unexpected_state');
  }
  return ok(Object.assign(intent, { status: 'canceled', next_action: null }));
}

function makeRefund(account: StripeAccount, fields: URLSearchParams): StripeAnswer {
  const intent = account.intents.get(fields.get('payment_intent') ?? '');
  if (!intent) return refused(404, 'resource_missing');
  if (intent.status !== 'succeeded') return refused(400, 'payment_intent_unexpected_state');
  if (account.refunded.has(intent.id)) return refused(400, 'charge_already_refunded');
  account.refunded.add(intent.id);
  const status = 'succeeded';
  return ok({ id: newStripeId('re'), object: 'refund', payment_intent: intent.id, amount: intent.amount, status });
}

function withIntent(handle: (intent: StripeIntent, account: StripeAccount, fields: URLSearchParams) => StripeAnswer) {
  return (account: StripeAccount, fields: URLSearchParams, id: string): StripeAnswer => {
    const intent = account.intents.get(id);
    return intent ? handle(intent, account, fields) : refused(404, 'resource_missing');
  };
}

/** The intent, or the card's refusal with it. */
function told(intent: StripeIntent): StripeAnswer {
  const error = intent.last_payment_error;
  return error ? { status: 402, body: { error: { ...error, payment_intent: { ...intent } } } } : ok(intent);
}

/** A copy: what is kept to be repeated stays as it was answered. */
function ok(body: object): StripeAnswer {
  return { status: 200, body: structuredClone(body) };
}

function refused(status: number, code: string): StripeAnswer {
  return { status, body: { error: { type: 'invalid_request_error', code, message: code } } };
}
