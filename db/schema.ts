import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  check,
  customType,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { AUDIT_ACTS, RECEIPT_ACTS, REVIEWED_TASKS } from '@/lib/domain/acts';
import { CANCEL_COMMENT_LENGTH, CANCEL_REASONS, CANCEL_TIMES } from '@/lib/domain/cancellation';
import { MAIL_NOTICES } from '@/lib/domain/mail-notices';
import { NOTIFICATION_KINDS } from '@/lib/domain/notifications';
import { DECLINE_COMMENT_LENGTH, DECLINE_REASONS, ORDER_CHANNELS, ORDER_TERMS_LENGTH } from '@/lib/domain/orders';
import { PAYMENT_ROLES } from '@/lib/domain/payment-methods';
import { ORGANIZATION_ROLES, STAFF_ROLES } from '@/lib/domain/roles';
import { newId } from './ids';

/** Minor units of a currency: BigInt in code, INTEGER in the file. */
const minor = customType<{ data: bigint; driverData: number | bigint }>({
  dataType: () => 'integer',
  fromDriver: (value) => BigInt(value),
  toDriver: (value) => value,
});

const oneOf = (column: AnySQLiteColumn, values: readonly string[]) =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`;

const isDay = (column: AnySQLiteColumn) => sql`${column} glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'`;

const isMonth = (column: AnySQLiteColumn) => sql`${column} glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]'`;

const isLastFour = (column: AnySQLiteColumn) => sql`${column} glob '[0-9][0-9][0-9][0-9]'`;
/** What a text may hold when it is there: at least one character, at most `longest`. */
const isShort = (column: AnySQLiteColumn, longest: number) =>
  sql`length(${column}) between 1 and ${sql.raw(`${longest}`)}`;

/** A postal address of any country, told apart by field: the country's own order is found when it is written out. */
const postalAddress = () => ({
  addressLine1: text(),
  addressLine2: text(),
  postalCode: text(),
  city: text(),
  region: text(),
});

// People and their sessions

export const organizations = sqliteTable(
  'organizations',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    country: text().notNull(),
    locale: text().notNull(),
    timeZone: text().notNull(),
    createdAt: integer().notNull(),
  },
  (t) => [check('organizations_country', sql`length(${t.country}) = 2`)],
);

export const people = sqliteTable(
  'people',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    email: text().notNull().unique(),
    emailVerifiedAt: integer(),
    locale: text(),
    /** Null where the person goes by the organization's. */
    timeZone: text(),
    createdAt: integer().notNull(),
  },
  (t) => [
    check('people_email', sql`${t.email} = lower(${t.email})`),
    check('people_name', sql`length(${t.name}) between 1 and 200`),
  ],
);

export const memberships = sqliteTable(
  'memberships',
  {
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'restrict' }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    role: text({ enum: ['owner', 'app_admin', 'member'] }).notNull(),
    createdAt: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.personId] }),
    uniqueIndex('memberships_one_organization').on(t.personId),
    check('memberships_role', oneOf(t.role, ['owner', 'app_admin', 'member'])),
  ],
);

/** The operator's own people. One person may hold several roles. */
export const staffRoles = sqliteTable(
  'staff_roles',
  {
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    role: text({ enum: STAFF_ROLES }).notNull(),
    createdAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.role] }), check('staff_roles_role', oneOf(t.role, STAFF_ROLES))],
);

/** Open until it is accepted or withdrawn; usable while it is open and not expired. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: text().primaryKey(),
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'restrict' }),
    email: text().notNull(),
    role: text({ enum: ORGANIZATION_ROLES }).notNull(),
    tokenHash: text().notNull().unique(),
    invitedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
    acceptedAt: integer(),
    withdrawnAt: integer(),
  },
  (t) => [
    uniqueIndex('invitations_one_open')
      .on(t.organizationId, t.email)
      .where(sql`${t.acceptedAt} is null and ${t.withdrawnAt} is null`),
    index('invitations_email').on(t.email),
    check('invitations_email_lower', sql`${t.email} = lower(${t.email})`),
    check('invitations_role', oneOf(t.role, ORGANIZATION_ROLES)),
    check('invitations_token_hash', sql`length(${t.tokenHash}) = 64`),
    check('invitations_expires', sql`${t.expiresAt} > ${t.createdAt}`),
    check('invitations_one_end', sql`${t.acceptedAt} is null or ${t.withdrawnAt} is null`),
  ],
);

export const logins = sqliteTable(
  'logins',
  {
    provider: text().notNull(),
    providerAccountId: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    createdAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] }), index('logins_person').on(t.personId)],
);

export const sessions = sqliteTable(
  'sessions',
  {
    tokenHash: text().primaryKey(),
    /** What the person's own list of sessions calls it; opens nothing. */
    id: text().notNull().unique(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    userAgent: text(),
    createdAt: integer().notNull(),
    /** When the person last proved who they are; asked for again before what cannot be undone. */
    authenticatedAt: integer().notNull(),
    lastSeenAt: integer().notNull(),
    expiresAt: integer().notNull(),
  },
  (t) => [
    index('sessions_person').on(t.personId),
    check('sessions_user_agent', sql`${t.userAgent} is null or length(${t.userAgent}) <= 400`),
  ],
);

/** A key pair of which the person's device keeps the secret half. `publicKey` is COSE in base64url. */
export const passkeys = sqliteTable(
  'passkeys',
  {
    id: text().primaryKey(),
    /** As the device names it, in base64url. */
    credentialId: text().notNull().unique(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    name: text().notNull(),
    publicKey: text().notNull(),
    /** How often the device says it has signed; 0 for devices that do not count. */
    counter: integer().notNull(),
    transports: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    createdAt: integer().notNull(),
    lastUsedAt: integer(),
  },
  (t) => [
    index('passkeys_person').on(t.personId),
    check('passkeys_name', sql`length(${t.name}) between 1 and 60`),
    check('passkeys_counter', sql`${t.counter} >= 0`),
    check('passkeys_transports', sql`json_valid(${t.transports})`),
  ],
);

/** What a device is asked to sign: once, within minutes, and for nothing but its purpose. */
export const passkeyChallenges = sqliteTable(
  'passkey_challenges',
  {
    challengeHash: text().primaryKey(),
    purpose: text({ enum: ['add', 'sign_in', 'again'] }).notNull(),
    /** Null where nobody has signed in yet. */
    personId: text().references(() => people.id, { onDelete: 'restrict' }),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
  },
  (t) => [
    check('passkey_challenges_purpose', oneOf(t.purpose, ['add', 'sign_in', 'again'])),
    check('passkey_challenges_person', sql`(${t.purpose} = 'sign_in') = (${t.personId} is null)`),
    index('passkey_challenges_expires').on(t.expiresAt),
  ],
);

/** What a signed-in person went to the identity provider for: to show who they are, or to link the account there. */
export const providerErrands = sqliteTable(
  'provider_errands',
  {
    idHash: text().primaryKey(),
    purpose: text({ enum: ['again', 'link'] }).notNull(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
  },
  (t) => [
    check('provider_errands_purpose', oneOf(t.purpose, ['again', 'link'])),
    index('provider_errands_expires').on(t.expiresAt),
  ],
);

/** Where a reader was going when sign-in interrupted, with what was typed. */
export const destinations = sqliteTable(
  'destinations',
  {
    idHash: text().primaryKey(),
    locale: text().notNull(),
    path: text().notNull(),
    anchor: text(),
    typed: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    /** Who typed it, where that is known: it is given back to nobody else. */
    personId: text().references(() => people.id, { onDelete: 'restrict' }),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
  },
  (t) => [
    check('destinations_path', sql`${t.path} like '/%' and ${t.path} not like '//%'`),
    check('destinations_typed', sql`json_valid(${t.typed})`),
    index('destinations_expires').on(t.expiresAt),
  ],
);

export const magicLinks = sqliteTable(
  'magic_links',
  {
    tokenHash: text().primaryKey(),
    email: text().notNull(),
    destinationHash: text(),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
    consumedAt: integer(),
  },
  (t) => [index('magic_links_email').on(t.email)],
);

// What is sold

export const publishers = sqliteTable(
  'publishers',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    ...postalAddress(),
    country: text(),
    /** Where a purchase token is handed over; may hold a query of its own. Never taken from a request. */
    landingUrl: text().notNull(),
    supportUrl: text().notNull(),
    createdAt: integer().notNull(),
  },
  (t) => [
    check(
      'publishers_landing_url',
      sql`(${t.landingUrl} like 'https://_%' or ${t.landingUrl} glob 'http://localhost[:/]*'
        or ${t.landingUrl} glob 'http://127.0.0.1[:/]*') and instr(${t.landingUrl}, '#') = 0`,
    ),
  ],
);

/** A publisher's program, as it calls the API. Its id is the client id of OAuth 2. */
export const publisherClients = sqliteTable('publisher_clients', {
  id: text().primaryKey(),
  publisherId: text()
    .notNull()
    .unique()
    .references(() => publishers.id, { onDelete: 'restrict' }),
  tenantId: text().notNull(),
  createdAt: integer().notNull(),
});

/** Shown once, kept as a hash. Two slots, so that a new secret can be in use before the old one is revoked. */
export const publisherSecrets = sqliteTable(
  'publisher_secrets',
  {
    id: text().primaryKey(),
    clientId: text()
      .notNull()
      .references(() => publisherClients.id, { onDelete: 'restrict' }),
    slot: integer().notNull(),
    secretHash: text().notNull().unique(),
    createdAt: integer().notNull(),
    revokedAt: integer(),
  },
  (t) => [
    uniqueIndex('publisher_secrets_two_active').on(t.clientId, t.slot).where(sql`${t.revokedAt} is null`),
    check('publisher_secrets_slot', sql`${t.slot} in (1, 2)`),
    check('publisher_secrets_hash', sql`length(${t.secretHash}) = 64`),
  ],
);

export const publisherAccessTokens = sqliteTable(
  'publisher_access_tokens',
  {
    tokenHash: text().primaryKey(),
    secretId: text()
      .notNull()
      .references(() => publisherSecrets.id, { onDelete: 'restrict' }),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
    revokedAt: integer(),
  },
  (t) => [
    index('publisher_access_tokens_secret').on(t.secretId),
    check('publisher_access_tokens_hour', sql`${t.expiresAt} - ${t.createdAt} between 1 and 3600000`),
  ],
);

export const offers = sqliteTable('offers', {
  id: text().primaryKey(),
  publisherId: text()
    .notNull()
    .references(() => publishers.id, { onDelete: 'restrict' }),
  name: text().notNull(),
  createdAt: integer().notNull(),
});

export const offerTexts = sqliteTable(
  'offer_texts',
  {
    offerId: text()
      .notNull()
      .references(() => offers.id, { onDelete: 'restrict' }),
    locale: text().notNull(),
    summary: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.offerId, t.locale] })],
);

/** The only countries whose organizations may buy an offer. Without a row it is sold wherever apps are sold. */
export const offerCountries = sqliteTable(
  'offer_countries',
  {
    offerId: text()
      .notNull()
      .references(() => offers.id, { onDelete: 'restrict' }),
    country: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.offerId, t.country] }),
    check('offer_countries_country', sql`${t.country} glob '[A-Z][A-Z]'`),
  ],
);

export const plans = sqliteTable(
  'plans',
  {
    id: text().primaryKey(),
    offerId: text()
      .notNull()
      .references(() => offers.id, { onDelete: 'restrict' }),
    name: text().notNull(),
    pricing: text({ enum: ['flat', 'per_license'] }).notNull(),
    term: text({ enum: ['P1M', 'P1Y'] }).notNull(),
    minQuantity: integer(),
    maxQuantity: integer(),
    decreasePolicy: text({ enum: ['at_renewal', 'immediate', 'never'] }).notNull(),
    /** False: a fixed term, after which the subscription is over. */
    renews: integer({ mode: 'boolean' }).notNull().default(true),
    createdAt: integer().notNull(),
  },
  (t) => [
    check('plans_pricing', oneOf(t.pricing, ['flat', 'per_license'])),
    check('plans_term', oneOf(t.term, ['P1M', 'P1Y'])),
    check('plans_renews', sql`${t.renews} in (0, 1)`),
    check('plans_decrease', oneOf(t.decreasePolicy, ['at_renewal', 'immediate', 'never'])),
    check(
      'plans_range',
      sql`case ${t.pricing} when 'flat' then ${t.minQuantity} is null and ${t.maxQuantity} is null
        else ${t.minQuantity} is not null and ${t.maxQuantity} is not null and ${t.minQuantity} >= 1
          and ${t.maxQuantity} >= ${t.minQuantity} end`,
    ),
  ],
);

export const planPrices = sqliteTable(
  'plan_prices',
  {
    planId: text()
      .notNull()
      .references(() => plans.id, { onDelete: 'restrict' }),
    currency: text().notNull(),
    unitAmountMinor: minor().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.planId, t.currency] }),
    check('plan_prices_amount', sql`${t.unitAmountMinor} >= 0`),
    check('plan_prices_currency', sql`length(${t.currency}) = 3`),
  ],
);

// How it is paid

export const billingProfiles = sqliteTable(
  'billing_profiles',
  {
    id: text().primaryKey(),
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'restrict' }),
    name: text().notNull(),
    /** Who the bill is made out to; the organization itself when it is not said. */
    billToName: text(),
    ...postalAddress(),
    country: text().notNull(),
    contactName: text(),
    contactEmail: text(),
    /** E.164, such as '+46846500412'. */
    contactPhone: text(),
    poNumber: text(),
    /** Capitals and digits only, with the country's prefix where it has one. */
    vatNumber: text(),
    currency: text().notNull(),
    timeZone: text().notNull(),
    documentLocale: text().notNull(),
    settlement: text({ enum: ['card', 'invoice'] }).notNull(),
    /** Raised by every change of the profile, its roles, recipients or payment method. */
    version: integer().notNull().default(1),
    createdAt: integer().notNull(),
  },
  (t) => [
    check('billing_profiles_settlement', oneOf(t.settlement, ['card', 'invoice'])),
    check('billing_profiles_bill_to', isShort(t.billToName, 100)),
    check(
      'billing_profiles_address',
      sql`${isShort(t.addressLine1, 100)} and ${isShort(t.addressLine2, 100)} and ${isShort(
        t.postalCode,
        20,
      )} and ${isShort(t.city, 80)} and ${isShort(t.region, 80)} and length(${t.country}) = 2`,
    ),
    check(
      'billing_profiles_contact',
      sql`${isShort(t.contactName, 100)} and ${isShort(t.contactEmail, 254)} and ${t.contactEmail} = lower(${
        t.contactEmail
      }) and ${t.contactPhone} glob '+[1-9]*' and ${t.contactPhone} not glob '+*[^0-9]*' and length(${
        t.contactPhone
      }) between 8 and 16`,
    ),
    check('billing_profiles_po', isShort(t.poNumber, 50)),
    check(
      'billing_profiles_vat',
      sql`${t.vatNumber} not glob '*[^0-9A-Z]*' and length(${t.vatNumber}) between 4 and 20`,
    ),
    check('billing_profiles_version', sql`${t.version} >= 1`),
    index('billing_profiles_organization').on(t.organizationId),
  ],
);

export const paymentMethods = sqliteTable(
  'payment_methods',
  {
    id: text().primaryKey(),
    billingProfileId: text()
      .notNull()
      .references(() => billingProfiles.id, { onDelete: 'restrict' }),
    /** The backup is charged when the primary one is declined. */
    role: text({ enum: PAYMENT_ROLES }).notNull(),
    kind: text({ enum: ['card', 'bank_transfer'] }).notNull(),
    /** Blank once the card is replaced and no charge is under way. */
    token: text(),
    brand: text(),
    lastFour: text(),
    expiryMonth: text(),
    createdAt: integer().notNull(),
    replacedAt: integer(),
  },
  (t) => [
    uniqueIndex('payment_methods_one_in_use').on(t.billingProfileId, t.role).where(sql`${t.replacedAt} is null`),
    index('payment_methods_profile').on(t.billingProfileId),
    check('payment_methods_role', oneOf(t.role, PAYMENT_ROLES)),
    check(
      'payment_methods_card',
      sql`case ${t.kind} when 'card' then (${t.token} is not null or ${t.replacedAt} is not null) and ${t.brand} is not null
        and ${t.lastFour} is not null and ${t.expiryMonth} is not null and ${isLastFour(t.lastFour)} and ${isMonth(t.expiryMonth)}
        when 'bank_transfer' then ${t.role} = 'primary' and ${t.token} is null and ${t.lastFour} is null else 0 end`,
    ),
  ],
);

/** A visit to the payment provider's page for one card. Its key is the one of the form that led there. */
export const cardSetups = sqliteTable(
  'card_setups',
  {
    key: text().primaryKey(),
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'restrict' }),
    billingProfileId: text()
      .notNull()
      .references(() => billingProfiles.id, { onDelete: 'restrict' }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    role: text({ enum: PAYMENT_ROLES }).notNull(),
    /** The provider's name for the visit. */
    sessionId: text(),
    token: text(),
    brand: text(),
    lastFour: text(),
    expiryMonth: text(),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
    usedAt: integer(),
  },
  (t) => [
    check('card_setups_role', oneOf(t.role, PAYMENT_ROLES)),
    check(
      'card_setups_card',
      sql`(${t.brand} is null) = (${t.lastFour} is null) and (${t.brand} is null) = (${t.expiryMonth} is null)
        and (${t.brand} is null or (${isLastFour(t.lastFour)} and ${isMonth(t.expiryMonth)}))`,
    ),
    check('card_setups_token', sql`(${t.token} is null) = (${t.brand} is null or ${t.usedAt} is not null)`),
    index('card_setups_expires').on(t.expiresAt),
  ],
);

export const billingProfileRoles = sqliteTable(
  'billing_profile_roles',
  {
    billingProfileId: text()
      .notNull()
      .references(() => billingProfiles.id, { onDelete: 'restrict' }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    role: text({ enum: ['owner', 'contributor', 'invoice_manager', 'reader'] }).notNull(),
    createdAt: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.billingProfileId, t.personId] }),
    index('billing_profile_roles_person').on(t.personId),
    check('billing_profile_roles_role', oneOf(t.role, ['owner', 'contributor', 'invoice_manager', 'reader'])),
  ],
);

export const invoiceRecipients = sqliteTable(
  'invoice_recipients',
  {
    billingProfileId: text()
      .notNull()
      .references(() => billingProfiles.id, { onDelete: 'restrict' }),
    email: text().notNull(),
    createdAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.billingProfileId, t.email] })],
);

/** Notifications by mail that a person has chosen to get, or not to get, about one billing profile; without a row the default holds. */
export const notificationChoices = sqliteTable(
  'notification_choices',
  {
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    billingProfileId: text()
      .notNull()
      .references(() => billingProfiles.id, { onDelete: 'restrict' }),
    kind: text({ enum: NOTIFICATION_KINDS }).notNull(),
    isWanted: integer({ mode: 'boolean' }).notNull(),
    chosenAt: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.billingProfileId, t.kind, t.personId] }),
    index('notification_choices_person').on(t.personId),
    check('notification_choices_kind', oneOf(t.kind, NOTIFICATION_KINDS)),
    check('notification_choices_wanted', sql`${t.isWanted} in (0, 1)`),
  ],
);

// A bought app

/** The two conditions under which a day comes that ends something; written out, so that the indexes serve the queries. */
export const isWaiting = (state: AnySQLiteColumn) => sql`${state} = 'pending_activation'`;
export const hasPeriodToEnd = (state: AnySQLiteColumn) =>
  sql`${state} in ('active', 'active_ending', 'past_due_ending')`;

export const subscriptions = sqliteTable(
  'subscriptions',
  {
    id: text().primaryKey(),
    /** What publishers know it by: their protocol asks for a UUID. */
    fulfilmentId: text().notNull().unique().$defaultFn(newId),
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'restrict' }),
    planId: text()
      .notNull()
      .references(() => plans.id, { onDelete: 'restrict' }),
    billingProfileId: text()
      .notNull()
      .references(() => billingProfiles.id, { onDelete: 'restrict' }),
    channel: text({ enum: ['direct', 'partner', 'proposal'] }).notNull(),
    state: text({
      enum: ['pending_activation', 'active', 'active_ending', 'past_due', 'past_due_ending', 'disabled'],
    }).notNull(),
    disabledReason: text({
      enum: ['activation_timeout', 'publisher_refused', 'publisher_cancelled', 'cancelled', 'nonpayment', 'expired'],
    }),
    quantity: integer(),
    assignedQuantity: integer().notNull().default(0),
    unitAmountMinor: minor().notNull(),
    currency: text().notNull(),
    policyVersion: text().notNull(),
    purchasedAt: integer().notNull(),
    activateBy: text(),
    anchorOn: text(),
    periodStart: text(),
    periodEnd: text(),
    payBy: text(),
    /** Until when the publisher keeps what the organization has there; set where it is disabled. */
    dataKeptUntil: text(),
    /** The disabled subscription that this one was bought for anew. */
    replacesId: text().references((): AnySQLiteColumn => subscriptions.id, { onDelete: 'restrict' }),
    /** The partner's order or the proposal that it was accepted from: once. */
    orderId: text()
      .unique()
      .references(() => orders.id, { onDelete: 'restrict' }),
    version: integer().notNull().default(1),
    changedAt: integer().notNull(),
  },
  (t) => [
    index('subscriptions_organization').on(t.organizationId),
    index('subscriptions_activate_by').on(t.activateBy, t.id).where(isWaiting(t.state)),
    index('subscriptions_pay_by').on(t.state, t.payBy),
    index('subscriptions_period_end').on(t.periodEnd, t.id).where(hasPeriodToEnd(t.state)),
    uniqueIndex('subscriptions_one_replacement')
      .on(t.replacesId)
      .where(sql`${t.replacesId} is not null and ${t.state} <> 'disabled'`),
    check(
      'subscriptions_data_kept',
      sql`${t.dataKeptUntil} is null or (${t.state} = 'disabled' and ${isDay(t.dataKeptUntil)})`,
    ),
    check('subscriptions_replaces', sql`${t.replacesId} is null or ${t.replacesId} <> ${t.id}`),
    check('subscriptions_channel', oneOf(t.channel, ['direct', 'partner', 'proposal'])),
    check('subscriptions_order', sql`(${t.channel} = 'direct') = (${t.orderId} is null)`),
    check(
      'subscriptions_state',
      oneOf(t.state, ['pending_activation', 'active', 'active_ending', 'past_due', 'past_due_ending', 'disabled']),
    ),
    check(
      'subscriptions_disabled',
      sql`(${t.state} = 'disabled') = (${t.disabledReason} is not null) and (${t.disabledReason} is null or ${oneOf(
        t.disabledReason,
        ['activation_timeout', 'publisher_refused', 'publisher_cancelled', 'cancelled', 'nonpayment', 'expired'],
      )})`,
    ),
    check('subscriptions_quantity', sql`${t.quantity} is null or (${t.quantity} between 1 and 1000000)`),
    check(
      'subscriptions_assigned',
      sql`${t.assignedQuantity} >= 0 and ${t.assignedQuantity} <= coalesce(${t.quantity}, ${t.assignedQuantity})`,
    ),
    check('subscriptions_amount', sql`${t.unitAmountMinor} >= 0`),
    check(
      'subscriptions_period',
      sql`(${t.periodStart} is null) = (${t.periodEnd} is null) and (${t.periodStart} is null or (${isDay(
        t.periodStart,
      )} and ${isDay(t.periodEnd)} and ${t.periodStart} < ${t.periodEnd}))`,
    ),
    check('subscriptions_version', sql`${t.version} >= 1`),
  ],
);

/**
 * What a partner ordered for an organization, or sales proposed to it, at a price of its own: open until it is accepted,
 * declined or withdrawn, or its last day has passed. Nothing is bought before somebody accepts it.
 */
export const orders = sqliteTable(
  'orders',
  {
    id: text().primaryKey(),
    channel: text({ enum: ORDER_CHANNELS }).notNull(),
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'restrict' }),
    planId: text()
      .notNull()
      .references(() => plans.id, { onDelete: 'restrict' }),
    quantity: integer(),
    unitAmountMinor: minor().notNull(),
    currency: text().notNull(),
    senderName: text().notNull(),
    senderEmail: text(),
    /** What was agreed besides, as the sender wrote it, in `termsLocale`. */
    terms: text(),
    termsLocale: text(),
    /** The last day to accept it, in the organization's time zone. */
    validThrough: text().notNull(),
    createdAt: integer().notNull(),
    acceptedAt: integer(),
    declinedAt: integer(),
    withdrawnAt: integer(),
    /** Who accepted or declined it. */
    closedBy: text().references(() => people.id, { onDelete: 'restrict' }),
    declineReason: text({ enum: DECLINE_REASONS }),
    declineComment: text(),
    /** Raised by every change of what it says, and by its end. */
    version: integer().notNull().default(1),
  },
  (t) => [
    index('orders_organization').on(t.organizationId),
    check('orders_channel', oneOf(t.channel, ORDER_CHANNELS)),
    check('orders_quantity', sql`${t.quantity} is null or (${t.quantity} between 1 and 1000000)`),
    check('orders_amount', sql`${t.unitAmountMinor} >= 0`),
    check('orders_currency', sql`length(${t.currency}) = 3`),
    check('orders_sender', sql`length(${t.senderName}) between 1 and 100 and ${isShort(t.senderEmail, 254)}`),
    check(
      'orders_terms',
      sql`(${t.terms} is null) = (${t.termsLocale} is null) and ${isShort(t.terms, ORDER_TERMS_LENGTH)}`,
    ),
    check('orders_valid', isDay(t.validThrough)),
    check(
      'orders_one_end',
      sql`(${t.acceptedAt} is not null) + (${t.declinedAt} is not null) + (${t.withdrawnAt} is not null) <= 1`,
    ),
    check('orders_closed', sql`(${t.closedBy} is null) = (${t.acceptedAt} is null and ${t.declinedAt} is null)`),
    check(
      'orders_declined',
      sql`(${t.declinedAt} is null) = (${t.declineReason} is null) and (${t.declineReason} is null or ${oneOf(
        t.declineReason,
        DECLINE_REASONS,
      )})`,
    ),
    check(
      'orders_comment',
      sql`${t.declineComment} is null or (${t.declinedAt} is not null and ${isShort(
        t.declineComment,
        DECLINE_COMMENT_LENGTH,
      )})`,
    ),
    check('orders_version', sql`${t.version} >= 1`),
  ],
);

/** The customer agreement as somebody accepted it, for one purchase. */
export const agreementAcceptances = sqliteTable(
  'agreement_acceptances',
  {
    subscriptionId: text()
      .primaryKey()
      .references(() => subscriptions.id, { onDelete: 'restrict' }),
    version: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    acceptedAt: integer().notNull(),
  },
  (t) => [check('agreement_acceptances_version', sql`length(${t.version}) > 0`)],
);

/**
 * An ending as somebody asked for it: who, when, and why if they said so. Taken back by filling `undoneAt`; one that
 * did not wait for its day after all is superseded by the one that came before it.
 */
export const cancellations = sqliteTable(
  'cancellations',
  {
    /** The key of the act: its receipt has the same. */
    id: text().primaryKey(),
    subscriptionId: text()
      .notNull()
      .references(() => subscriptions.id, { onDelete: 'restrict' }),
    personId: text().references(() => people.id, { onDelete: 'restrict' }),
    time: text({ enum: CANCEL_TIMES }).notNull(),
    endsOn: text().notNull(),
    cancelledAt: integer().notNull(),
    undoneAt: integer(),
    supersededAt: integer(),
    reason: text({ enum: CANCEL_REASONS }),
    comment: text(),
    explainedAt: integer(),
  },
  (t) => [
    uniqueIndex('cancellations_one_open')
      .on(t.subscriptionId)
      .where(sql`${t.undoneAt} is null and ${t.supersededAt} is null`),
    check('cancellations_time', oneOf(t.time, CANCEL_TIMES)),
    check('cancellations_ends', isDay(t.endsOn)),
    check('cancellations_closed_once', sql`${t.undoneAt} is null or ${t.supersededAt} is null`),
    check('cancellations_reason', sql`${t.reason} is null or ${oneOf(t.reason, CANCEL_REASONS)}`),
    check(
      'cancellations_comment',
      sql`${t.comment} is null or length(${t.comment}) between 1 and ${sql.raw(String(CANCEL_COMMENT_LENGTH))}`,
    ),
    check(
      'cancellations_explained',
      sql`(${t.explainedAt} is not null) = (${t.reason} is not null or ${t.comment} is not null)`,
    ),
  ],
);

/** A visit to the publisher's portal: the publisher exchanges the token for what was bought. A newer one voids it. */
export const purchaseTokens = sqliteTable(
  'purchase_tokens',
  {
    tokenHash: text().primaryKey(),
    publisherId: text()
      .notNull()
      .references(() => publishers.id, { onDelete: 'restrict' }),
    subscriptionId: text()
      .notNull()
      .references(() => subscriptions.id, { onDelete: 'restrict' }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    intent: text({ enum: ['activate', 'manage', 'assign_licenses'] }).notNull(),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
    resolvedAt: integer(),
    voidedAt: integer(),
  },
  (t) => [
    uniqueIndex('purchase_tokens_newest').on(t.subscriptionId).where(sql`${t.voidedAt} is null`),
    check('purchase_tokens_intent', oneOf(t.intent, ['activate', 'manage', 'assign_licenses'])),
    check('purchase_tokens_hash', sql`length(${t.tokenHash}) = 64`),
    check('purchase_tokens_expires', sql`${t.expiresAt} > ${t.createdAt}`),
  ],
);

/** Fewer licenses, or another plan at the price it was shown at, waiting for the renewal. */
export const plannedChanges = sqliteTable(
  'planned_changes',
  {
    id: text().primaryKey(),
    subscriptionId: text()
      .notNull()
      .references(() => subscriptions.id, { onDelete: 'restrict' }),
    /** Null where the planned plan is flat. */
    quantity: integer(),
    planId: text().references(() => plans.id, { onDelete: 'restrict' }),
    unitAmountMinor: minor(),
    effectiveOn: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    plannedAt: integer().notNull(),
    removedAt: integer(),
    appliedAt: integer(),
  },
  (t) => [
    uniqueIndex('planned_changes_one_open')
      .on(t.subscriptionId)
      .where(sql`${t.removedAt} is null and ${t.appliedAt} is null`),
    check('planned_changes_quantity', sql`${t.quantity} >= 1 or (${t.quantity} is null and ${t.planId} is not null)`),
    check(
      'planned_changes_plan',
      sql`(${t.planId} is null) = (${t.unitAmountMinor} is null) and (${t.unitAmountMinor} is null or ${t.unitAmountMinor} >= 0)`,
    ),
    check('planned_changes_effective', isDay(t.effectiveOn)),
    check('planned_changes_closed_once', sql`${t.removedAt} is null or ${t.appliedAt} is null`),
  ],
);

/** An increase that took effect, kept so that it can be taken back. */
export const increases = sqliteTable(
  'increases',
  {
    id: text().primaryKey(),
    subscriptionId: text()
      .notNull()
      .references(() => subscriptions.id, { onDelete: 'restrict' }),
    fromQuantity: integer().notNull(),
    toQuantity: integer().notNull(),
    madeOn: text().notNull(),
    madeAt: integer().notNull(),
    periodStart: text().notNull(),
    lineId: text().references(() => billingLines.id, { onDelete: 'restrict' }),
    takenBackAt: integer(),
  },
  (t) => [
    index('increases_subscription').on(t.subscriptionId, t.madeAt),
    check('increases_up', sql`${t.toQuantity} > ${t.fromQuantity}`),
    check('increases_made', isDay(t.madeOn)),
  ],
);

// Money

/** `needs_action`: the payer's bank wants it approved. `disputed`: the payer's bank took the money back. */
const CHARGE_OUTCOMES = ['asked', 'succeeded', 'declined', 'needs_action', 'refunded', 'disputed'] as const;

/** One attempt to take money, claimed before the provider is asked so that a retry finds it. */
export const charges = sqliteTable(
  'charges',
  {
    id: text().primaryKey(),
    idempotencyKey: text().notNull().unique(),
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'restrict' }),
    subscriptionId: text()
      .notNull()
      .references(() => subscriptions.id, { onDelete: 'restrict' }),
    /** The open invoice that it was to pay; null where the charge came first. */
    documentId: text().references((): AnySQLiteColumn => documents.id, { onDelete: 'restrict' }),
    paymentMethodId: text()
      .notNull()
      .references(() => paymentMethods.id, { onDelete: 'restrict' }),
    amountMinor: minor().notNull(),
    currency: text().notNull(),
    outcome: text({ enum: CHARGE_OUTCOMES }).notNull(),
    declineCode: text(),
    /** What the provider calls it, once it took money or waits for the payer's bank. */
    providerReference: text(),
    askedAt: integer().notNull(),
    answeredAt: integer(),
  },
  (t) => [
    check('charges_amount', sql`${t.amountMinor} > 0`),
    check('charges_outcome', oneOf(t.outcome, CHARGE_OUTCOMES)),
    check('charges_answered', sql`(${t.outcome} = 'asked') = (${t.answeredAt} is null)`),
    check('charges_declined', sql`(${t.outcome} in ('declined', 'needs_action')) = (${t.declineCode} is not null)`),
    check('charges_needs_action', sql`${t.outcome} <> 'needs_action' or ${t.providerReference} is not null`),
    uniqueIndex('charges_reference').on(t.providerReference).where(sql`${t.providerReference} is not null`),
    index('charges_subscription').on(t.subscriptionId),
    index('charges_document').on(t.documentId),
    index('charges_payment_method').on(t.paymentMethodId),
    index('charges_open').on(t.outcome, t.askedAt),
  ],
);

/** The next free number of one document type and year; taken inside the issuing transaction, so gapless. */
export const documentNumbers = sqliteTable(
  'document_numbers',
  {
    kind: text({ enum: ['invoice', 'credit_note'] }).notNull(),
    year: integer().notNull(),
    lastNumber: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.year] }),
    check('document_numbers_kind', oneOf(t.kind, ['invoice', 'credit_note'])),
    check('document_numbers_last', sql`${t.lastNumber} >= 1`),
  ],
);

export const documents = sqliteTable(
  'documents',
  {
    id: text().primaryKey(),
    kind: text({ enum: ['invoice', 'credit_note'] }).notNull(),
    number: text().notNull(),
    billingProfileId: text()
      .notNull()
      .references(() => billingProfiles.id, { onDelete: 'restrict' }),
    issuedOn: text().notNull(),
    issuedAt: integer().notNull(),
    currency: text().notNull(),
    netMinor: minor().notNull(),
    vatMinor: minor().notNull(),
    totalMinor: minor().notNull(),
    /** The last day to pay; null on a credit note. */
    dueOn: text(),
    /** Canonical JSON of all the document says, as it was when it was issued. */
    snapshot: text().notNull(),
    snapshotHash: text().notNull(),
    chargeId: text().references(() => charges.id, { onDelete: 'restrict' }),
  },
  (t) => [
    uniqueIndex('documents_number').on(t.kind, t.number),
    index('documents_profile').on(t.billingProfileId),
    check('documents_kind', oneOf(t.kind, ['invoice', 'credit_note'])),
    check('documents_issued', isDay(t.issuedOn)),
    check(
      'documents_due',
      sql`(${t.kind} = 'invoice') = (${t.dueOn} is not null) and (${t.dueOn} is null or (${isDay(t.dueOn)} and ${
        t.dueOn
      } >= ${t.issuedOn}))`,
    ),
    check('documents_snapshot', sql`json_valid(${t.snapshot}) and length(${t.snapshotHash}) = 64`),
    check('documents_total', sql`${t.totalMinor} = ${t.netMinor} + ${t.vatMinor} and ${t.totalMinor} > 0`),
  ],
);

const PAYMENT_KINDS = ['card', 'bank_transfer', 'credit'] as const;

/** Money that came in, or credit of the profile that was used. What no invoice has taken of it waits. */
export const payments = sqliteTable(
  'payments',
  {
    id: text().primaryKey(),
    billingProfileId: text()
      .notNull()
      .references(() => billingProfiles.id, { onDelete: 'restrict' }),
    kind: text({ enum: PAYMENT_KINDS }).notNull(),
    chargeId: text()
      .unique()
      .references(() => charges.id, { onDelete: 'restrict' }),
    amountMinor: minor().notNull(),
    currency: text().notNull(),
    receivedOn: text().notNull(),
    /** What the payer's bank said it was for. */
    reference: text(),
    /** Who booked a transfer. */
    personId: text().references(() => people.id, { onDelete: 'restrict' }),
    createdAt: integer().notNull(),
  },
  (t) => [
    index('payments_profile').on(t.billingProfileId, t.kind),
    check('payments_kind', oneOf(t.kind, PAYMENT_KINDS)),
    check('payments_card', sql`(${t.kind} = 'card') = (${t.chargeId} is not null)`),
    check('payments_amount', sql`${t.amountMinor} > 0`),
    check('payments_received', isDay(t.receivedOn)),
  ],
);

/** What of a payment pays which invoice. */
export const paymentAllocations = sqliteTable(
  'payment_allocations',
  {
    paymentId: text()
      .notNull()
      .references(() => payments.id, { onDelete: 'restrict' }),
    documentId: text()
      .notNull()
      .references(() => documents.id, { onDelete: 'restrict' }),
    amountMinor: minor().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.paymentId, t.documentId] }),
    index('payment_allocations_document').on(t.documentId),
    check('payment_allocations_amount', sql`${t.amountMinor} > 0`),
  ],
);

/** What a period, an increase, a change of plan or a credit is worth. `documentId` is null while it waits for the next invoice. */
export const billingLines = sqliteTable(
  'billing_lines',
  {
    id: text().primaryKey(),
    subscriptionId: text()
      .notNull()
      .references(() => subscriptions.id, { onDelete: 'restrict' }),
    billingProfileId: text()
      .notNull()
      .references(() => billingProfiles.id, { onDelete: 'restrict' }),
    /** The plan it was delivered under, whatever the subscription goes over to. */
    planId: text()
      .notNull()
      .references(() => plans.id, { onDelete: 'restrict' }),
    documentId: text().references(() => documents.id, { onDelete: 'restrict' }),
    kind: text({ enum: ['period', 'increase', 'plan_change', 'credit'] }).notNull(),
    creditsLineId: text().references((): AnySQLiteColumn => billingLines.id, { onDelete: 'restrict' }),
    fromQuantity: integer(),
    toQuantity: integer(),
    servedFrom: text().notNull(),
    servedUntil: text().notNull(),
    periodDays: integer().notNull(),
    netMinor: minor().notNull(),
    vatBasisPoints: integer().notNull(),
    currency: text().notNull(),
    createdAt: integer().notNull(),
  },
  (t) => [
    index('billing_lines_subscription').on(t.subscriptionId),
    index('billing_lines_document').on(t.documentId),
    index('billing_lines_waiting').on(t.billingProfileId).where(sql`${t.documentId} is null`),
    index('billing_lines_credits').on(t.creditsLineId),
    index('billing_lines_given_back').on(t.billingProfileId, t.kind),
    uniqueIndex('billing_lines_one_period').on(t.subscriptionId, t.servedFrom).where(sql`${t.kind} = 'period'`),
    check('billing_lines_kind', oneOf(t.kind, ['period', 'increase', 'plan_change', 'credit'])),
    check('billing_lines_net', sql`${t.netMinor} > 0`),
    check('billing_lines_credit', sql`(${t.kind} = 'credit') = (${t.creditsLineId} is not null)`),
    check(
      'billing_lines_served',
      sql`${isDay(t.servedFrom)} and ${isDay(t.servedUntil)} and ${t.servedFrom} < ${t.servedUntil}`,
    ),
    check('billing_lines_vat', sql`${t.vatBasisPoints} between 0 and 10000`),
  ],
);

// A task on its way

/** What the reader was shown before confirming. Its id is the key minted when the form was rendered. */
export const previews = sqliteTable(
  'previews',
  {
    key: text().primaryKey(),
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'restrict' }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    task: text({ enum: REVIEWED_TASKS }).notNull(),
    /** The subscription or billing profile the task is about. */
    subjectId: text().notNull(),
    inputHash: text().notNull(),
    wish: text({ mode: 'json' }).notNull(),
    shown: text().notNull(),
    version: integer().notNull(),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
  },
  (t) => [
    check('previews_task', oneOf(t.task, REVIEWED_TASKS)),
    check('previews_wish', sql`json_valid(${t.wish})`),
    index('previews_subject').on(t.subjectId),
  ],
);

/** Proof of an act. `key` makes a repeated submit find the first one's effect. */
export const receipts = sqliteTable(
  'receipts',
  {
    id: text().primaryKey(),
    reference: text().notNull().unique(),
    key: text().notNull().unique(),
    inputHash: text().notNull(),
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'restrict' }),
    subscriptionId: text().references(() => subscriptions.id, { onDelete: 'restrict' }),
    /** Whose roles may read it; null where the act is about the organization. */
    billingProfileId: text().references(() => billingProfiles.id, { onDelete: 'restrict' }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    act: text({ enum: RECEIPT_ACTS }).notNull(),
    facts: text({ mode: 'json' }).notNull(),
    documentId: text().references(() => documents.id, { onDelete: 'restrict' }),
    createdAt: integer().notNull(),
  },
  (t) => [
    index('receipts_organization').on(t.organizationId, t.createdAt),
    check('receipts_act', oneOf(t.act, RECEIPT_ACTS)),
    check('receipts_facts', sql`json_valid(${t.facts})`),
  ],
);

// What happened, and what must be told

/** Append-only by trigger; each row carries the hash of the one before it in its organization. */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: text().primaryKey(),
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'restrict' }),
    sequence: integer().notNull(),
    at: integer().notNull(),
    personId: text().references(() => people.id, { onDelete: 'restrict' }),
    act: text({ enum: AUDIT_ACTS }).notNull(),
    subscriptionId: text().references(() => subscriptions.id, { onDelete: 'restrict' }),
    billingProfileId: text().references(() => billingProfiles.id, { onDelete: 'restrict' }),
    before: text({ mode: 'json' }).notNull(),
    after: text({ mode: 'json' }).notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    uniqueIndex('audit_entries_sequence').on(t.organizationId, t.sequence),
    index('audit_entries_subscription').on(t.subscriptionId, t.at),
    check('audit_entries_act', oneOf(t.act, AUDIT_ACTS)),
    check('audit_entries_sequence_from_one', sql`${t.sequence} >= 1`),
    check('audit_entries_json', sql`json_valid(${t.before}) and json_valid(${t.after})`),
    check('audit_entries_hash', sql`length(${t.hash}) = 64 and length(${t.previousHash}) = 64`),
  ],
);

/** How far an organization's chain reached on a day, signed with a key that is not in this file. Append-only by trigger. */
export const auditHeads = sqliteTable(
  'audit_heads',
  {
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'restrict' }),
    signedOn: text().notNull(),
    sequence: integer().notNull(),
    hash: text().notNull(),
    signature: text().notNull(),
    signedAt: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.signedOn] }),
    check('audit_heads_signed', isDay(t.signedOn)),
    check('audit_heads_sequence', sql`${t.sequence} >= 1`),
    check('audit_heads_hash', sql`length(${t.hash}) = 64 and length(${t.signature}) = 64`),
  ],
);

const OUTBOX_KINDS = [
  'receipt_mail',
  'magic_link_mail',
  'invitation_mail',
  'member_mail',
  'profile_role_mail',
  'card_refund',
  'card_detach',
  'setup_close',
  'charge_retry',
  'notice',
  'notice_mail',
] as const;

export const outboxEvents = sqliteTable(
  'outbox_events',
  {
    id: text().primaryKey(),
    kind: text({ enum: OUTBOX_KINDS }).notNull(),
    payload: text({ mode: 'json' }).notNull(),
    createdAt: integer().notNull(),
    dueAt: integer().notNull(),
    attempts: integer().notNull().default(0),
    lastError: text(),
    deliveredAt: integer(),
  },
  (t) => [
    check('outbox_events_kind', oneOf(t.kind, OUTBOX_KINDS)),
    check('outbox_events_payload', sql`json_valid(${t.payload})`),
    index('outbox_events_due').on(t.dueAt).where(sql`${t.deliveredAt} is null`),
    index('outbox_events_due_of_kind').on(t.kind, t.dueAt).where(sql`${t.deliveredAt} is null`),
  ],
);

/** How far a demo's clock was moved forward: one row at most, none before the first move. */
export const demoClock = sqliteTable(
  'demo_clock',
  {
    id: integer().primaryKey(),
    aheadMs: integer().notNull(),
  },
  (t) => [check('demo_clock_one_row', sql`${t.id} = 1`), check('demo_clock_ahead', sql`${t.aheadMs} > 0`)],
);

/** A notice that a day brought, such as a renewal that is near: once for every occasion. Its event has the same id. */
export const dueNotices = sqliteTable(
  'due_notices',
  {
    id: text().primaryKey(),
    notice: text({ enum: MAIL_NOTICES }).notNull(),
    /** The subscription or document that it is about. */
    subjectId: text().notNull(),
    /** The day on which it was to be told, not the one on which it was. */
    occasionOn: text().notNull(),
    recordedAt: integer().notNull(),
  },
  (t) => [
    uniqueIndex('due_notices_once').on(t.notice, t.subjectId, t.occasionOn),
    check('due_notices_notice', oneOf(t.notice, MAIL_NOTICES)),
    check('due_notices_occasion', isDay(t.occasionOn)),
  ],
);

/** Every message sent in demo mode, for the page that shows them. */
export const demoMails = sqliteTable('demo_mails', {
  id: text().primaryKey(),
  recipient: text().notNull(),
  subject: text().notNull(),
  body: text().notNull(),
  locale: text().notNull(),
  sentAt: integer().notNull(),
});

/** Was this guide useful. */
export const guideAnswers = sqliteTable(
  'guide_answers',
  {
    id: text().primaryKey(),
    guideId: text().notNull(),
    locale: text().notNull(),
    answer: text({ enum: ['yes', 'no'] }).notNull(),
    createdAt: integer().notNull(),
  },
  (t) => [
    check('guide_answers_answer', oneOf(t.answer, ['yes', 'no'])),
    index('guide_answers_guide').on(t.guideId, t.locale),
  ],
);

/** Searches that no guide answered, counted for the authors of a language. Nothing says who searched. */
export const searchMisses = sqliteTable(
  'search_misses',
  {
    locale: text().notNull(),
    wording: text().notNull(),
    count: integer().notNull(),
    lastOn: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.locale, t.wording] }),
    check('search_misses_wording', sql`length(${t.wording}) between 1 and 60`),
    check('search_misses_count', sql`${t.count} >= 1`),
    check('search_misses_last', isDay(t.lastOn)),
    index('search_misses_last_on').on(t.lastOn),
  ],
);
