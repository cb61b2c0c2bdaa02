import { findPage, type PagePolicy } from './pages';

const CALL = { rendering: 'handler', audience: 'everyone' } as const;

/**
 * What programs call, publishers' and the payment provider's, with credentials or a signature of their own: no cookie,
 * no `Origin`, JSON in and out.
 */
export const API: readonly PagePolicy[] = [
  { ...CALL, path: '/api/oauth2/token', methods: ['POST'] },
  { ...CALL, path: '/api/saas/subscriptions/resolve', methods: ['POST'] },
  { ...CALL, path: '/api/saas/subscriptions/[id]', methods: ['GET'] },
  { ...CALL, path: '/api/saas/subscriptions/[id]/activate', methods: ['POST'] },
  { ...CALL, path: '/api/subscriptions/[id]/assignments', methods: ['POST'] },
  { ...CALL, path: '/api/stripe', methods: ['POST'] },
];

const TOKEN_PATH = '/api/oauth2/token';
/** Existing clients put their tenant before the path of the token; the client id alone says who they are. */
const TENANT_TOKEN = /^(\/api)?\/[^/]+\/oauth2\/(v2\.0\/)?token$/;

/** The one address of a call and its policy, for each way that clients write it. */
export function findCall(asked: string): { readonly path: string; readonly policy: PagePolicy } | undefined {
  const tidy = asked.replace(/\/$/, '');
  const path = TENANT_TOKEN.test(tidy) ? TOKEN_PATH : tidy;
  const found = findPage(path, API);
  return found && { path, policy: found.page };
}
