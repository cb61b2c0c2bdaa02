import { z } from 'zod';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { settings } from '@/lib/env';
import type { ApprovalRequest, ApprovalResult, Setup, SetupRefusal, SetupRequest, SetupResult } from './port';

const PATIENCE_MS = 5000;

const setup = z.object({ id: z.string().regex(/^[\w-]{1,64}$/), url: z.url() });
const approval = z.object({ status: z.enum(['open', 'succeeded', 'declined']) });
const result = z.discriminatedUnion('status', [
  z.object({ status: z.enum(['open', 'gone']) }),
  z.object({
    status: z.literal('complete'),
    card: z.object({
      token: z.string().min(1).max(200),
      brand: z.string().min(1).max(40),
      lastFour: z.string().regex(/^\d{4}$/),
      expiryMonth: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
    }),
  }),
]);

/** Asks the sandbox for a visit to its page. */
export function openSandboxSetup(request: SetupRequest): Promise<Outcome<Setup, SetupRefusal>> {
  return open('/setup-sessions', request);
}

/** Asks the sandbox for a visit to the page where the payer approves a charge. */
export function openSandboxApproval(request: ApprovalRequest): Promise<Outcome<Setup, SetupRefusal>> {
  return open('/approvals', request);
}

/** What the payer has answered. */
export async function findSandboxApproval(reference: string): Promise<Outcome<ApprovalResult, SetupRefusal>> {
  const found = await ask(`/approvals/${encodeURIComponent(reference)}`, approval, { method: 'GET' });
  return found.ok ? accept(found.value.status) : found;
}

async function open(path: string, request: SetupRequest | ApprovalRequest): Promise<Outcome<Setup, SetupRefusal>> {
  const asked = await ask(path, setup, { method: 'POST', body: JSON.stringify(request) });
  // Readers are sent to the page we know, wherever the answer would lead them.
  const isThere = asked.ok && new URL(asked.value.url).origin === settings().paymentPage?.origin;
  return isThere ? asked : refuse(asked.ok ? 'provider_away' : asked.refusal);
}

/** What came of a visit. */
export function findSandboxSetup(id: string): Promise<Outcome<SetupResult, SetupRefusal>> {
  return ask(`/setup-sessions/${encodeURIComponent(id)}`, result, { method: 'GET' });
}

type Call = { readonly method: 'GET' | 'POST'; readonly body?: string };

async function ask<Answer>(
  path: string,
  answer: z.ZodType<Answer>,
  call: Call,
): Promise<Outcome<Answer, SetupRefusal>> {
  const { paymentPage } = settings();
  if (!paymentPage) return refuse('no_provider');
  const headers = { authorization: `Bearer ${paymentPage.secret}`, 'content-type': 'application/json' };
  const url = `http://localhost:${paymentPage.port}${path}`;
  const heard = await hear(url, { ...call, headers, cache: 'no-store', redirect: 'error' });
  const read = answer.safeParse(heard);
  return read.success ? accept(read.data) : refuse('provider_away');
}

/** What a machine answers, or undefined: `fetch` throws for one that is not there. */
async function hear(url: string, init: RequestInit): Promise<unknown> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}
