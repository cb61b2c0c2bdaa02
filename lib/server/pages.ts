import { isGuideId } from '@/lib/domain/guides/registry';
import type { Permission } from '@/lib/domain/roles';

/** How a page is made: at build for visitors and again for readers, always for the request, or by a handler. */
type Rendering = 'two' | 'live' | 'handler';

/** A record that must exist for the page to be there; the page itself looks again and is the authority. */
export type RecordKind = 'subscription' | 'receipt' | 'billing_profile' | 'invoice';

/** Who the page is for. `demo` pages exist in demo mode only. */
type Audience = 'everyone' | 'reader' | 'demo';

export type PagePolicy = {
  readonly path: string;
  readonly rendering: Rendering;
  readonly audience: Audience;
  readonly methods: readonly ('GET' | 'POST')[];
  readonly record?: RecordKind;
  /** For those of the operator's own people who hold it; to anybody else signed in the page is not there. */
  readonly staff?: Permission;
  /** Where `/live/` holds the page that is rendered for the request. */
  readonly live?: string;
  /** The pages made at build that `?view=` shows visitors; they have no address of their own. */
  readonly twin?: string;
  /** Leads to another site, which is not to learn from where. Such a page holds no form: its `Origin` would be null. */
  readonly hidesReferrer?: true;
};

const FILE = { rendering: 'handler', audience: 'reader', methods: ['GET'] } as const;
const PAGE = { rendering: 'live', audience: 'reader', methods: ['GET', 'POST'] } as const;

/** Every address below `/{locale}`. What is not listed here is not there: a 404, and a failing test for its file. */
export const PAGES: readonly PagePolicy[] = [
  { path: '/help', rendering: 'two', audience: 'everyone', methods: ['GET', 'POST'], live: '/live/help' },
  {
    path: '/help/search',
    rendering: 'live',
    audience: 'everyone',
    methods: ['GET', 'POST'],
    live: '/live/help/search',
  },
  {
    path: '/help/[guide]',
    rendering: 'two',
    audience: 'everyone',
    methods: ['GET', 'POST'],
    live: '/live/help/[guide]',
    twin: '/help/[guide]/[view]',
  },
  { path: '/help/[guide]/useful', rendering: 'handler', audience: 'everyone', methods: ['POST'] },
  { ...PAGE, path: '/apps' },
  { ...PAGE, path: '/apps/[id]', record: 'subscription' },
  { ...PAGE, path: '/receipts/[id]', record: 'receipt' },
  { ...PAGE, path: '/billing' },
  { ...PAGE, path: '/billing/profiles/[id]', record: 'billing_profile' },
  {
    path: '/billing/profiles/[id]/zip',
    rendering: 'handler',
    audience: 'reader',
    methods: ['GET'],
    record: 'billing_profile',
  },
  { ...PAGE, path: '/billing/invoices/[id]', record: 'invoice' },
  { ...FILE, path: '/billing/invoices/[id]/pdf', record: 'invoice' },
  { ...FILE, path: '/billing/invoices/[id]/xml', record: 'invoice' },
  { ...PAGE, path: '/activity' },
  { path: '/activity/csv', rendering: 'handler', audience: 'reader', methods: ['GET'] },
  { path: '/activity/json', rendering: 'handler', audience: 'reader', methods: ['GET'] },
  { ...PAGE, path: '/team' },
  { ...PAGE, path: '/biller', staff: 'payment.book' },
  { ...PAGE, path: '/hand-over', methods: ['GET'], hidesReferrer: true },
  { ...PAGE, path: '/account' },
  { ...PAGE, path: '/sign-in', audience: 'everyone' },
  { ...PAGE, path: '/sign-in/again', audience: 'everyone' },
  { ...PAGE, path: '/sign-in/sent', audience: 'everyone' },
  { ...PAGE, path: '/sign-in/confirm', audience: 'everyone' },
  { ...PAGE, path: '/sign-in/refused', audience: 'everyone' },
  { ...PAGE, path: '/sign-in/invitation', audience: 'everyone' },
  { path: '/sign-in/oidc', rendering: 'handler', audience: 'everyone', methods: ['POST'] },
  { ...PAGE, path: '/demo-mailbox', audience: 'demo' },
  { ...PAGE, path: '/demo-clock', audience: 'demo' },
  { path: '/demo-clock/move', rendering: 'handler', audience: 'demo', methods: ['POST'] },
];

/** Addresses without a locale that are answered by handlers. */
export const HANDLERS: readonly PagePolicy[] = [
  { path: '/api/auth/callback/oidc', rendering: 'handler', audience: 'everyone', methods: ['GET'] },
  { path: '/livez', rendering: 'handler', audience: 'everyone', methods: ['GET'] },
  { path: '/readyz', rendering: 'handler', audience: 'everyone', methods: ['GET'] },
];

export type FoundPage = { readonly page: PagePolicy; readonly id?: string };

/** The policy row for a path below the locale, with the value of its one variable part. */
export function findPage(path: string, rows: readonly PagePolicy[] = PAGES): FoundPage | undefined {
  const parts = path.split('/');
  for (const page of rows) {
    const pattern = page.path.split('/');
    if (pattern.length !== parts.length) continue;
    const fits = pattern.every((part, index) => part.startsWith('[') || part === parts[index]);
    if (!fits) continue;
    const id = parts[pattern.findIndex((part) => part.startsWith('['))];
    if (page.path.startsWith('/help/[guide]') && !isGuideId(id ?? '')) continue;
    return id === undefined ? { page } : { page, id };
  }
  return undefined;
}
