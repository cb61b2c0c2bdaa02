import { attachCard, isStripeCard, refuseIntent, STRIPE_CARDS, type StripeAccount } from './stripe-account';

export type StripePage = { readonly status: number; readonly location?: string; readonly html?: string };

/** Keeps browsers from asking for one. */
const noIcon = '<link rel="icon" href="data:,">';

/**
 * Stripe's pages for a browser, without a script. The one for a card has a button per card, named by its payment
 * method; the one for an approval has `approve` and `refuse`. `chosen` is the button that was pressed.
 */
export function showStripePage(account: StripeAccount, path: string, chosen: string | undefined): StripePage {
  const [, room = '', id = ''] = path.split('/');
  return room === 'checkout' ? giveCard(account, id, chosen) : approve(account, id, chosen);
}

function giveCard(account: StripeAccount, id: string, chosen: string | undefined): StripePage {
  const session = account.sessions.get(id);
  if (session?.status !== 'open') return { status: 404, html: page('en', '') };
  if (chosen === undefined || !isStripeCard(chosen)) {
    const leave = `<a href="${session.cancel_url.replaceAll('&', '&amp;')}">cancel</a>`;
    return { status: 200, html: page(session.locale, buttons(Object.keys(STRIPE_CARDS)) + leave) };
  }
  Object.assign(session, { status: 'complete', paymentMethod: attachCard(account, chosen, session.customer) });
  return { status: 303, location: session.success_url };
}

function approve({ intents }: StripeAccount, id: string, chosen: string | undefined): StripePage {
  const intent = intents.get(id);
  const back = intent?.next_action?.redirect_to_url.return_url;
  if (!intent || back === undefined) return { status: 404, html: page('en', '') };
  if (chosen !== 'approve' && chosen !== 'refuse')
    return { status: 200, html: page('en', buttons(['approve', 'refuse'])) };
  if (chosen === 'approve') Object.assign(intent, { status: 'succeeded', next_action: null });
  else refuseIntent(intent, intent.payment_method ?? '', { code: 'payment_intent_authentication_failure' });
  return { status: 303, location: back };
}

function buttons(names: readonly string[]): string {
  const all = names.map((name) => `<button name="choose" value="${name}">${name}</button>`);
  return `<form method="post">${all.join('')}</form>`;
}

function page(language: string, body: string): string {
  return `<!doctype html><html lang="${language}"><title>Test Stripe</title>${noIcon}<h1>Test Stripe</h1>${body}</html>`;
}
