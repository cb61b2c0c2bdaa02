import { createHash } from 'node:crypto';

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Hash of a step's source text. White space does not count, so a reflowed paragraph makes nothing stale. */
export function hashText(source: string): string {
  return hash(source.replace(/\s+/gu, ' ').trim());
}

/** Hash of what a step does: its fields, labels with their source wording, permission and rule. */
export function hashRule(facts: Readonly<Record<string, unknown>>): string {
  return hash(JSON.stringify(facts));
}
