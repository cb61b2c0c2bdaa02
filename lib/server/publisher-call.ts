import type { z } from 'zod';
import { findByFulfilmentId, type PublishedSubscription } from '@/db/published-subscriptions';
import type { PublisherScope } from '@/db/scope';
import { type ApiRefusal, answerRefusal } from '@/lib/fulfilment/refusals';
import { nowAt, realNowAt } from './clock';
import { findPublisherScope } from './guard-publisher';
import { parseJson, readBody } from './request-body';

const API_VERSION = '2018-08-31';
const MAX_OCTETS = 16_384;

type Context = { readonly params: Promise<{ readonly id: string }> };
type Asked = { readonly scope: PublisherScope; readonly now: number };
type Answer = ApiRefusal | Response;

/** A call of the protocol: from a publisher's program with a living token, in the version we speak. */
export function publisherCall(run: (asked: Asked & { readonly request: Request }) => Promise<Answer>) {
  return async (request: Request): Promise<Response> => {
    const now = nowAt();
    const scope = await findPublisherScope(request.headers.get('authorization'), realNowAt());
    if (!scope) return answerRefusal('unauthorized');
    if (new URL(request.url).searchParams.get('api-version') !== API_VERSION) return answerRefusal('version_missing');
    const answer = await run({ scope, now, request });
    return typeof answer === 'string' ? answerRefusal(answer) : answer;
  };
}

type SubscriptionCall<Input> = {
  readonly input: z.ZodType<Input>;
  readonly run: (
    asked: Asked & { readonly subscription: PublishedSubscription; readonly input: Input },
  ) => Promise<Answer>;
};

/** A call about one subscription. Another publisher's is refused, an unknown one is not found; then the body is read. */
export function subscriptionCall<Input>({ input, run }: SubscriptionCall<Input>) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const { id } = await params;
    const call = publisherCall(async ({ scope, now }) => {
      const found = await findByFulfilmentId(scope, id.toLowerCase());
      if (!found.ok) return found.refusal === 'foreign' ? 'forbidden' : found.refusal;
      const body = await readBody(request, MAX_OCTETS);
      if (!body.ok) return body.refusal;
      const parsed = input.safeParse(body.value === '' ? {} : parseJson(body.value));
      return parsed.success ? run({ scope, now, subscription: found.value, input: parsed.data }) : 'body_malformed';
    });
    return call(request);
  };
}
