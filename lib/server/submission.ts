import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Typed } from '@/lib/domain/task-state';
import { isStorableText } from '@/lib/domain/text';

/** A form on its way to an action: fit to be run, in no readable form, or meant for an action of an older build. */
export type Submission =
  | { readonly is: 'runnable' }
  | { readonly is: 'malformed' }
  | { readonly is: 'outdated'; readonly typed: Typed };

const manifest = z.object({ node: z.record(z.string(), z.unknown()) });

let known: ReadonlySet<string> | undefined;

/**
 * Judges a form before Next does, which answers an unreadable one with 500 and an unknown action in plain English.
 * `actionId` is the header a script sends; without scripts the id stands in the form.
 */
export async function readSubmission(sent: Pick<Body, 'formData'>, actionId: string | null): Promise<Submission> {
  const data = await sent.formData().catch(() => undefined);
  if (!data) return { is: 'malformed' };
  const ids = actionId === null ? listActionIds(data) : [actionId];
  if (ids === undefined) return { is: 'malformed' };
  if (actionId !== null && !Array.isArray(parseJson(data.get('0')))) return { is: 'malformed' };
  const actions = knownActions();
  if (ids.length === 0 || !ids.every((id) => actions.has(id))) return { is: 'outdated', typed: listTyped(data) };
  return (actionId === null ? isOurForm(data) : isOurReply(data)) ? { is: 'runnable' } : { is: 'malformed' };
}

/** The ids a form names, or undefined where the fields that should name them cannot be read. */
function listActionIds(data: FormData): string[] | undefined {
  const ids: string[] = [];
  for (const [name, value] of data) {
    const [, direct] = /^\$ACTION_ID_(.+)$/.exec(name) ?? [];
    if (direct) ids.push(direct);
    const [, reference] = /^\$ACTION_REF_(\d+)$/.exec(name) ?? [];
    if (reference === undefined) {
      if (/^\$ACTION_\d+:/.test(name) && parseJson(value) === undefined) return undefined;
      continue;
    }
    const named = boundAction.safeParse(parseJson(data.get(`$ACTION_${reference}:0`)));
    if (!named.success) return undefined;
    ids.push(named.data.id);
  }
  return ids;
}

const boundAction = z.object({ id: z.string() });

/** Without scripts: one action of ours, with no arguments bound to it. */
function isOurForm(data: FormData): boolean {
  return [...data.keys()].filter((name) => name.startsWith('$ACTION_')).length === 1;
}

const replyRow = z.tuple([z.string().regex(/^\$K\d+$/)]);

/** A script's form is React's reply: row 0 lists the one argument, the fields with their prefix. */
function isOurReply(data: FormData): boolean {
  const row = replyRow.safeParse(parseJson(data.get('0')));
  if (!row.success || data.getAll('0').length !== 1) return false;
  const prefix = `_${row.data[0].slice(2)}_`;
  return [...data].every(([name, value]) => typeof value === 'string' && (name === '0' || name.startsWith(prefix)));
}

function listTyped(data: FormData): Typed {
  const fields = [...data].flatMap(([name, value]) => {
    const plain = name.replace(/^_?\d+_/, '');
    const isOurs = /^[a-z]\w*$/i.test(plain) && typeof value === 'string' && isStorableText(value);
    return isOurs ? [[plain, value] as const] : [];
  });
  return Object.fromEntries(fields);
}

function parseJson(value: FormDataEntryValue | null): unknown {
  if (typeof value !== 'string') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** Ids of this build's actions, from the file that Next writes beside them. */
function knownActions(): ReadonlySet<string> {
  known ??= new Set(
    Object.keys(
      manifest.parse(
        JSON.parse(readFileSync(join(process.cwd(), '.next/server/server-reference-manifest.json'), 'utf8')),
      ).node,
    ),
  );
  return known;
}
