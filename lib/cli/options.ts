import { z } from 'zod';
import { parseEmail } from '@/lib/domain/email-address';
import { parsePersonName } from '@/lib/domain/person-name';
import { Obstacle } from './terminal';

/** A person's address, as it is stored. */
export const emailOption = z.string({ error: 'is missing' }).transform((typed, context) => {
  const email = parseEmail(typed);
  if (email.ok) return email.value;
  context.addIssue('must be an address such as name@example.com');
  return z.NEVER;
});

export const personNameOption = z.string({ error: 'is missing' }).transform((typed, context) => {
  const name = parsePersonName(typed);
  if (name.ok) return name.value;
  context.addIssue('must be a name of at most 100 letters');
  return z.NEVER;
});

type Command = {
  /** As it is typed. */
  readonly name: string;
  /** What is said of a command that did nothing: 'Nothing was made.' */
  readonly nothing: string;
};

/** The options as they are meant. Throws an obstacle that names each missing or wrong one, and the command's help. */
export function requireOptions<Options>(
  { name, nothing }: Command,
  shape: z.ZodType<Options>,
  given: Readonly<Record<string, string>>,
): Options {
  const parsed = shape.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  --${path.join('.')} ${message}`);
  throw new Obstacle(`${nothing}\n${lines.join('\n')}\nSee ${name} -- --help.`);
}
