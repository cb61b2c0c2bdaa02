import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { Typed } from '@/lib/domain/task-state';
import { isStorableText } from '@/lib/domain/text';

/** Fields of ours are short; the longest is a note. */
const LONGEST = 4000;

/**
 * A form's fields as text. Next's own `$ACTION…` fields are left out. Refused as malformed: a field sent twice, a
 * file, text that cannot be stored, text beyond 4000 characters, or no form at all: an action's arguments are
 * whatever the client sends.
 */
export function readForm(data: unknown): Outcome<Typed, 'form_malformed'> {
  if (!(data instanceof FormData)) return refuse('form_malformed');
  const fields = new Map<string, string>();
  for (const [name, value] of data) {
    if (name.startsWith('$ACTION')) continue;
    if (typeof value !== 'string' || fields.has(name)) return refuse('form_malformed');
    if (value.length > LONGEST || !isStorableText(name + value)) return refuse('form_malformed');
    fields.set(name, value);
  }
  return accept(Object.fromEntries(fields));
}

/** The name of a form that cannot be read otherwise; empty where even that is missing. */
export function nameOfForm(data: unknown): string {
  const name = data instanceof FormData ? data.get('form') : null;
  return typeof name === 'string' ? name : '';
}
