import messages from './refusals.json' with { type: 'json' };

export type ApiRefusal = keyof typeof messages;

const STATUS: Readonly<Record<ApiRefusal, 400 | 403 | 404 | 405 | 413 | 503>> = {
  version_missing: 400,
  unauthorized: 403,
  forbidden: 403,
  not_found: 404,
  body_malformed: 400,
  body_too_large: 413,
  method_not_allowed: 405,
  token_missing: 400,
  token_malformed: 400,
  token_expired: 400,
  already_active: 400,
  already_suspended: 400,
  plan_mismatch: 400,
  quantity_mismatch: 400,
  quantity_not_applicable: 400,
  assigned_above_quantity: 400,
  not_in_use: 400,
  busy: 503,
};

/** A refusal in the protocol's form: a status, and a code with a sentence for whoever reads the log. */
export function answerRefusal(code: ApiRefusal): Response {
  const status = STATUS[code];
  const headers = status === 503 ? { 'retry-after': '5' } : undefined;
  return Response.json({ error: { code, message: messages[code] } }, { status, ...(headers ? { headers } : {}) });
}
