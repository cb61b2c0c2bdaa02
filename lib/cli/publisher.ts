import { z } from 'zod';
import { closeDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { findAccess, mintSecret, revokeSecrets } from '@/lib/server/jobs/publisher-access';
import { requireOptions } from './options';
import { requireSettings } from './prepare';
import { main, Obstacle, readOptions } from './terminal';

const help = `
npm run publisher -- --id fjallform [--secret new | revoke-older | revoke-all]

Says where a publisher's readers land and how its program gets in, in the
configured database, which is brought up to date first. Publishers themselves
come with npm run import.
  --id      the publisher's id
  --secret  new           makes a client secret and shows it, this once: only its
                          hash is kept. Two may be in use, so that the publisher
                          can change over before the older one is revoked
            revoke-older  only the newest gets in from now on
            revoke-all    nothing gets in any more
Revoking ends the access tokens that a secret was exchanged for, too.
`;

const CHANGES = ['new', 'revoke-older', 'revoke-all'] as const;
type Change = (typeof CHANGES)[number];

const options = z.object({
  id: z.string({ error: 'is missing' }),
  secret: z.enum(CHANGES, { error: `must be ${CHANGES.join(', ')}` }).optional(),
});

const nothing = 'Nothing was changed.';
const reasons = {
  secrets_full: 'Two secrets are in use: revoke the older one first, with --secret revoke-older.',
  no_client: 'The publisher was never given a secret.',
  busy: 'The database is busy: try again.',
} as const;

await main(async () => {
  const given = readOptions(help, ['id', 'secret']);
  if (!given) return 0;
  const { id, secret } = requireOptions({ name: 'npm run publisher', nothing }, options, given);
  const { siteUrl } = requireSettings();
  await migrate();
  const lines = await changeAndTell(id, secret, siteUrl);
  await closeDatabase();
  for (const line of lines) console.log(line);
  return 0;
});

async function changeAndTell(id: string, change: Change | undefined, siteUrl: string): Promise<string[]> {
  const found = await findAccess(id);
  if (!found) throw new Obstacle(`${nothing} No such publisher: npm run import brings publishers in.`);
  const done = change && (await (change === 'new' ? mintSecret(id) : revokeSecrets(found, change)));
  if (done && !done.ok) throw new Obstacle(`${nothing} ${reasons[done.refusal]}`);
  const { publisher, client, secretsMadeAt } = (await findAccess(id)) ?? found;
  const made = secretsMadeAt.map((at) => new Date(at).toISOString());
  const access = client && [
    `  token URL      ${siteUrl}/api/oauth2/token`,
    `  client id      ${client.id}`,
    `  tenant id      ${client.tenantId}`,
    `  secrets in use ${made.length === 0 ? 'none' : `made ${made.join(' and ')}`}`,
  ];
  return [
    `${publisher.name} (${publisher.id})`,
    `  landing page   ${publisher.landingUrl}`,
    `  API            ${siteUrl}/api`,
    ...(access ?? ['  secrets in use none']),
    ...(done && typeof done.value === 'object'
      ? ['', `Its new client secret, shown this once:\n${done.value.secret}`]
      : []),
  ];
}
