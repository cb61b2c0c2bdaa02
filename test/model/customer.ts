import { and, eq, ne } from 'drizzle-orm';
import { read, write } from '@/db/client';
import { newId } from '@/db/ids';
import { saveOffer } from '@/db/offers';
import { replacePaymentMethod } from '@/db/organizations';
import {
  billingProfileRoles,
  billingProfiles,
  memberships,
  organizations,
  paymentMethods,
  people,
  subscriptions,
} from '@/db/schema';
import { OrgScope } from '@/db/scope-mint';
import { decliningCard } from '@/lib/demo/seed/billing-profiles';
import { requireDone } from '@/lib/demo/seed/done';
import type { OrganizationRole, ProfileRole } from '@/lib/domain/roles';
import type { Session } from '@/lib/server/session';
import { job } from '@/test/support/database';
import { signIn } from '@/test/support/submit';
import { PLANS } from './offer';
import type { CardKind, Profile } from './reference/account';
import { PROFILES } from './reference/account';
import type { Person, Setting } from './steps';

const COUNTRIES = { SE: 'SEK', FI: 'EUR' } as const;
const CARD = { kind: 'card', token: 'tok_visa', brand: 'Visa', lastFour: '4242', expiryMonth: '2034-09' } as const;

const CARDS = {
  pays: CARD,
  declined: decliningCard('2032-01-01'),
  asks: { ...CARD, token: 'tok_approval' },
} as const satisfies Record<CardKind, object>;

/** The one app that everybody buys here, with every kind of plan. */
export async function sellModelApp(): Promise<void> {
  const plans = PLANS.map(({ id, unit, months, range, fewer }) => ({
    id,
    name: id,
    term: months === 12 ? ('P1Y' as const) : ('P1M' as const),
    decreasePolicy: fewer,
    ...(range ? { range } : {}),
    prices: { SEK: unit, EUR: unit },
  }));
  const offer = { id: 'model-app', publisherId: 'tallyworks', name: 'Model App', summaries: {}, plans };
  requireDone(await saveOffer(job, offer, 0));
}

/** An organization of one history's own, with its people and profiles. */
export type Customer = {
  readonly id: string;
  readonly profileId: (profile: Profile) => string;
  readonly scope: OrgScope;
  /** The person's session, with a sign-in that was proved at `at`; undefined for a visitor. */
  readonly sessionOf: (person: Person, at: number) => Promise<Session | undefined>;
  readonly giveCard: (profile: Profile, kind: CardKind, at: number) => Promise<unknown>;
};

type Member = {
  readonly role: OrganizationRole;
  readonly on: (profile: Profile) => ProfileRole | undefined;
};

const MEMBERS: readonly (readonly [Person, Member])[] = [
  ['owner', { role: 'owner', on: () => 'owner' }],
  ['contributor', { role: 'member', on: (profile) => (profile === 'office' ? 'contributor' : 'reader') }],
  ['invoice manager', { role: 'member', on: () => 'invoice_manager' }],
  ['app admin', { role: 'app_admin', on: () => undefined }],
];

export async function newCustomer(id: string, setting: Setting, now: number): Promise<Customer> {
  const { country } = setting;
  const personId = (person: Person) => (person === 'stranger' ? 'eleni-papadaki' : `${id}-${person.replace(' ', '-')}`);
  const profileId = (profile: Profile) => `${id}-${profile}`;
  const at = { createdAt: now };
  requireDone(
    await write(async (tx) => {
      await tx
        .insert(organizations)
        .values({ id, name: id, country, locale: 'sv-SE', timeZone: 'Europe/Stockholm', ...at });
      await tx
        .insert(people)
        .values(
          MEMBERS.map(([name]) => ({ id: personId(name), name, email: `${personId(name)}@model.example`, ...at })),
        );
      await tx
        .insert(memberships)
        .values(MEMBERS.map(([name, { role }]) => ({ organizationId: id, personId: personId(name), role, ...at })));
      await tx.insert(billingProfiles).values(PROFILES.map((profile) => profileOf(id, profile, setting, now)));
      await tx.insert(billingProfileRoles).values(
        PROFILES.flatMap((profile) =>
          MEMBERS.flatMap(([name, { on }]) => {
            const role = on(profile);
            return role ? [{ billingProfileId: profileId(profile), personId: personId(name), role, ...at }] : [];
          }),
        ),
      );
      await tx.insert(paymentMethods).values(
        PROFILES.map((profile) => ({
          ...(profile === 'monthly' ? { kind: 'bank_transfer' as const } : CARD),
          id: newId(),
          billingProfileId: profileId(profile),
          role: 'primary' as const,
          ...at,
        })),
      );
    }),
  );
  const sessions = new Map<Person, Session>();
  return {
    id,
    profileId,
    scope: new OrgScope({ organizationId: id, personId: personId('owner'), organizationRole: 'owner' }),
    sessionOf: async (person, provedAt) => {
      if (person === 'visitor') return undefined;
      const session = sessions.get(person) ?? (await signIn(personId(person), provedAt));
      sessions.set(person, session);
      return { ...session, authenticatedAt: provedAt };
    },
    giveCard: (profile, kind, givenAt) => replacePaymentMethod(job, profileId(profile), CARDS[kind], givenAt),
  };
}

function profileOf(organizationId: string, profile: Profile, { country, zones }: Setting, createdAt: number) {
  const elsewhere = country === 'SE' ? 'FI' : 'SE';
  const home = profile === 'abroad' ? elsewhere : country;
  return {
    id: `${organizationId}-${profile}`,
    organizationId,
    name: profile,
    country: home,
    currency: COUNTRIES[home],
    timeZone: zones[profile],
    documentLocale: 'sv-SE',
    settlement: profile === 'monthly' ? ('invoice' as const) : ('card' as const),
    createdAt,
  };
}

/** Ends what a history that failed has left active, so that no job meets it again. */
export async function leaveNothingRunning({ id }: Pick<Customer, 'id'>): Promise<void> {
  const left = and(eq(subscriptions.organizationId, id), ne(subscriptions.state, 'disabled'));
  if ((await read((db) => db.$count(subscriptions, left))) === 0) return;
  const ended = { state: 'disabled', disabledReason: 'expired' } as const;
  requireDone(await write((tx) => tx.update(subscriptions).set(ended).where(left)));
}
