import { toWireResolution } from '@/lib/fulfilment/subscription';
import { publisherCall } from '@/lib/server/publisher-call';
import { resolvePurchase } from '@/lib/server/resolve-purchase';

/** A purchase token for what was bought, in every state. */
export const POST = publisherCall(async ({ scope, now, request }) => {
  const resolved = await resolvePurchase(scope, request.headers.get('x-ms-marketplace-token'), now);
  if (resolved.ok) return Response.json(toWireResolution(resolved.value));
  return resolved.refusal === 'token_unknown' ? 'forbidden' : resolved.refusal;
});
