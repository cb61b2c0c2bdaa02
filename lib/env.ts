import { z } from 'zod';
import { type KeepSecret, keptSecret } from '@/lib/kept-secret';
import { type PaymentPageSettings, paymentPageShape, readPaymentPage } from './payment-page-settings';
import {
  type BankAccount,
  neededOfSeller,
  readBankAccount,
  readSeller,
  type SellerSettings,
  sellerShape,
} from './seller-settings';
import { isAesKey, isLoopback, isSecureOrigin, isSecureUrl, isStrong, port } from './setting-checks';
import { neededOfStripe, readStripe, type StripeSettings, stripeShape } from './stripe-settings';

export type Mode = 'demo' | 'live';

/** Everything an operator can set. `siteUrl` is an origin without a slash at its end; `dataFolder` is relative to the project or absolute. */
export type Settings = {
  readonly mode: Mode;
  readonly siteUrl: string;
  readonly database: { readonly url: string; readonly authToken: string | undefined };
  readonly oidc: OidcSettings | undefined;
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined;
  readonly authSecret: string;
  readonly dataFolder: string;
  readonly port: number;
  readonly host: string;
  /** Where the demo's sample of a publisher's portal listens, on this machine only. */
  readonly publisherPortalPort: number;
  /** The demo's own taker of cards. Undefined in live mode. */
  readonly paymentPage: PaymentPageSettings | undefined;
  /** Undefined where no account was set. */
  readonly stripe: StripeSettings | undefined;
  readonly trustsProxy: boolean;
  readonly supportContact: string | undefined;
  readonly seller: SellerSettings;
  /** Undefined where the operator has not said to which account bank transfers go. */
  readonly bankAccount: BankAccount | undefined;
};

export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string | undefined;
};

/** `no-sign-in`: in live mode neither of the two ways to sign in is set. `not-loopback`: a demo nobody asked for would be public. */
export type SettingProblem = {
  readonly name: SettingName;
  readonly why: 'missing' | 'weak' | 'invalid' | 'no-sign-in' | 'not-loopback';
};

export type SettingName = (typeof settingNames)[number];
export type Environment = Readonly<Record<string, string | undefined>>;
type ReadSettings =
  | { readonly ok: true; readonly value: Settings }
  | { readonly ok: false; readonly problems: SettingProblem[] };

const schema = z.object({
  STEGVIS_MODE: z.enum(['demo', 'live']).optional(),
  SITE_URL: z.string().refine(isSecureOrigin).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file|libsql|https?|wss?):./)
    .optional(),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  OIDC_ISSUER: z.string().refine(isSecureUrl).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./)
    .refine((text) => URL.canParse(text))
    .optional(),
  MAIL_FROM: z.string().regex(/@/).optional(),
  AUTH_SECRET: z.string().optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string().refine(isAesKey).optional(),
  STEGVIS_DATA: z.string().default('.data'),
  PORT: port.default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('localhost'),
  PUBLISHER_PORTAL_PORT: port.default(3010),
  ...paymentPageShape,
  ...stripeShape,
  TRUSTED_PROXY: z.stringbool().default(false),
  SUPPORT_CONTACT: z
    .string()
    .regex(/^(https:\/\/|mailto:|[^@\s]+@)./)
    .optional(),
  ...sellerShape,
});

export const settingNames = schema.keyof().options;

/**
 * Reads every setting, and on failure names every missing, weak or malformed one at once.
 * An empty value counts as not set. `keep` supplies the secret that a demo was not given.
 */
export function readSettings(environment: Environment, keep: KeepSecret): ReadSettings {
  const given = Object.fromEntries(settingNames.map((name) => [name, environment[name]?.trim() || undefined]));
  const mode = readMode(given);
  const parsed = schema.safeParse(given);
  const malformed =
    parsed.error?.issues.map((issue) => ({ name: nameOf(issue.path[0]), why: 'invalid' as const })) ?? [];
  const problems: SettingProblem[] = [...malformed, ...incomplete(given, mode)];
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  const all = parsed.data;
  return {
    ok: true,
    value: {
      mode,
      siteUrl: all.SITE_URL ? new URL(all.SITE_URL).origin : `http://localhost:${all.PORT}`,
      database: { url: all.DATABASE_URL ?? `file:${all.STEGVIS_DATA}/stegvis.db`, authToken: all.DATABASE_AUTH_TOKEN },
      oidc: readOidc(all),
      mail: all.SMTP_URL && all.MAIL_FROM ? { smtpUrl: all.SMTP_URL, from: all.MAIL_FROM } : undefined,
      authSecret: all.AUTH_SECRET ?? keep(all.STEGVIS_DATA, 'auth-secret'),
      dataFolder: all.STEGVIS_DATA,
      port: all.PORT,
      host: all.HOST,
      publisherPortalPort: all.PUBLISHER_PORTAL_PORT,
      paymentPage: mode === 'demo' ? readPaymentPage(all, keep) : undefined,
      stripe: readStripe(all),
      trustsProxy: all.TRUSTED_PROXY,
      supportContact: all.SUPPORT_CONTACT,
      seller: readSeller(all),
      bankAccount: readBankAccount(all),
    },
  };
}

/** Demo without being asked only where nothing was configured; NODE_ENV plays no part. */
export function readMode(environment: Environment): Mode {
  if (environment.STEGVIS_MODE === 'demo' || environment.STEGVIS_MODE === 'live') return environment.STEGVIS_MODE;
  const configured = settingNames.some((name) => meansLive.test(name) && environment[name]);
  return configured ? 'live' : 'demo';
}

/** The address baked into pages at build, when the secrets of the running site need not be known. */
export function readSiteUrl(environment: Environment): string {
  return environment.SITE_URL ? new URL(environment.SITE_URL).origin : `http://localhost:${environment.PORT || 3000}`;
}

/** The mode, for pages made at build, when the secrets of the running site need not be known. */
export function siteMode(): Mode {
  return readMode(process.env);
}

/** The origin, likewise. */
export function siteOrigin(): string {
  return readSiteUrl(process.env);
}

let remembered: Settings | undefined;

/** The settings of this process, read at the first call. Throws with the name of each setting that stands in the way. */
export function settings(): Settings {
  if (remembered) return remembered;
  const read = readSettings(process.env, keptSecret);
  if (!read.ok) throw new Error(`Settings: ${read.problems.map(({ name, why }) => `${name} (${why})`).join(', ')}`);
  remembered = read.value;
  return remembered;
}

const meansLive = /^(SITE_URL|DATABASE_URL|OIDC_\w+|SMTP_URL)$/;
const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

function incomplete(given: Environment, mode: Mode): SettingProblem[] {
  const missing = (name: SettingName): SettingProblem[] => (given[name] ? [] : [{ name, why: 'missing' }]);
  const problems: SettingProblem[] = [];
  if (settingNames.some((name) => name.startsWith('OIDC_') && given[name]))
    problems.push(...oidcNames.flatMap(missing));
  if (given.SMTP_URL) problems.push(...missing('MAIL_FROM'));
  if (neededOfStripe.some((name) => given[name])) problems.push(...neededOfStripe.flatMap(missing));
  for (const name of ['AUTH_SECRET', 'PAYMENT_PAGE_SECRET'] as const) {
    if (given[name] && !isStrong(given[name])) problems.push({ name, why: 'weak' });
  }
  if (mode === 'demo') {
    const unasked = !given.STEGVIS_MODE && given.HOST && !isLoopback(given.HOST);
    return unasked ? [...problems, { name: 'HOST', why: 'not-loopback' }] : problems;
  }
  problems.push(...(['SITE_URL', 'DATABASE_URL', 'AUTH_SECRET', ...neededOfSeller] as const).flatMap(missing));
  if (!given.SMTP_URL && !settingNames.some((name) => name.startsWith('OIDC_') && given[name])) {
    problems.push({ name: 'OIDC_ISSUER', why: 'no-sign-in' }, { name: 'SMTP_URL', why: 'no-sign-in' });
  }
  return problems;
}

function readOidc(all: z.infer<typeof schema>): OidcSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = all;
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, name } : undefined;
}

function nameOf(path: PropertyKey | undefined): SettingName {
  return schema.keyof().parse(path);
}
