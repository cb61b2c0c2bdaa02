import { z } from 'zod';

const MAX = 1_000_000;

/** Clients send a flat plan's quantity as nothing, null or an empty text, and a number now and then as text. */
const quantity = z
  .union([z.int().min(0).max(MAX), z.string().regex(/^\d{0,7}$/), z.null()])
  .optional()
  .transform((sent) => (sent === undefined || sent === null || sent === '' ? undefined : Number(sent)));

/** Body of the protocol's activate. */
export const activationRequest = z.object({ planId: z.string().max(200).default(''), quantity });

/** Body of our own report of assigned licenses. */
export const assignmentReport = z.strictObject({ assignedQuantity: z.int().min(0).max(MAX) });

/** Form of OAuth 2 client credentials; what else clients send, such as `scope` and `resource`, is let be. */
export const tokenRequest = z.object({
  grant_type: z.string().max(100),
  client_id: z.string().max(200).default(''),
  client_secret: z.string().max(200).default(''),
});
