import { z } from 'zod';
import { closeDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { CURRENCY_OF_COUNTRY } from '@/lib/domain/regions';
import { isStorableText } from '@/lib/domain/text';
import { isLocale, LOCALES } from '@/lib/i18n/locales';
import { createOrganization, type OrganizationWish } from '@/lib/server/jobs/create-organization';
import { emailOption, personNameOption, requireOptions } from './options';
import { requireSettings } from './prepare';
import { main, Obstacle, readOptions } from './terminal';

const help = `
npm run org:create -- --name "Nordlys Bygg AB" --country SE --locale sv-SE
  --time-zone Europe/Stockholm --owner-name "Astrid Lindqvist"
  --owner-email astrid@nordlys.example [--billing-profile "Office"]

Makes an organization with its first owner in the configured database, which is
brought up to date first. The owner signs in with a link by email or with their
work account, and invites everybody else on the page Team.
  --name             the organization's name
  --country          two capitals, ISO 3166-1
  --locale           ${LOCALES.join(' or ')}
  --time-zone        such as Europe/Stockholm
  --owner-name       the first owner's name
  --owner-email      the first owner's email address
  --billing-profile  also makes a billing profile of that name, paid by bank
                     transfer; without any, nothing can be bought
Refuses an organization whose name is taken in its country, and an address that
somebody has already.
`;

const NAMES = ['name', 'country', 'locale', 'time-zone', 'owner-name', 'owner-email', 'billing-profile'] as const;

const plainName = z
  .string({ error: 'is missing' })
  .trim()
  .regex(/^[^\p{C}]{1,100}$/u, 'must have 1 to 100 characters')
  .refine(isStorableText, 'has characters that cannot be stored');

const options = z.object({
  name: plainName,
  country: z
    .string({ error: 'is missing' })
    .refine((code) => Object.hasOwn(CURRENCY_OF_COUNTRY, code), 'must be a country in two capitals, such as SE'),
  locale: z.custom<OrganizationWish['locale']>(
    (tag) => typeof tag === 'string' && isLocale(tag),
    `must be ${LOCALES.join(' or ')}`,
  ),
  'time-zone': z.string({ error: 'is missing' }).refine(isTimeZone, 'must be a time zone such as Europe/Stockholm'),
  'owner-name': personNameOption,
  'owner-email': emailOption,
  'billing-profile': plainName.optional(),
});

const nothing = 'Nothing was made.';
const reasons = {
  organization_exists: 'An organization of that name is there already in that country.',
  person_exists: 'Somebody has that address already: an owner of another organization cannot own a second one.',
  country_not_served: 'No paid app is sold in that country, so it can have no billing profile.',
  busy: 'The database is busy: try again.',
} as const;

await main(async () => {
  const given = readOptions(help, NAMES);
  if (!given) return 0;
  const wish = requireOptions({ name: 'npm run org:create', nothing }, options, given);
  const { 'time-zone': timeZone, 'owner-name': ownerName, 'owner-email': ownerEmail, ...rest } = wish;
  const { siteUrl } = requireSettings();
  await migrate();
  const { name, country, locale, 'billing-profile': billingProfile } = rest;
  const made = await createOrganization({ name, country, locale, timeZone, ownerName, ownerEmail, billingProfile });
  await closeDatabase();
  if (!made.ok) throw new Obstacle(`${nothing} ${reasons[made.refusal]}`);
  console.log(`${name} is there (${made.value}).\n${ownerName} signs in at ${siteUrl}/${locale}/sign-in`);
  return 0;
});

/** Node says of an unknown time zone only by throwing. */
function isTimeZone(name: string): boolean {
  if (!/^([A-Z][\w+-]*\/[\w+/-]+|UTC)$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
