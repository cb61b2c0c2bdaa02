import { PAGES } from '@/lib/server/pages';
import { ACCOUNT_ACTIONS } from '@/test/support/account-actions';
import { type BuiltAction, listBuiltActions } from '@/test/support/build-manifests';
import { databaseHash, LEFT_BY_READERS } from '@/test/support/database-hash';
import { PUBLIC_ACTIONS } from '@/test/support/public-actions';
import type { Site } from '@/test/support/site';
import {
  organizationVerdictOf,
  pageVerdictOf,
  personalVerdictOf,
  staffVerdictOf,
  type Verdict,
  verdictOf,
} from './expected';
import { OPERATIONS, RECORD_PAGES } from './operations';
import { type Answer, openPage, sendForm } from './requests';
import { type Caller, type Role, signInEverybody } from './roles';
import { findIds, ID_KINDS, type IdKind, type Ids, type SubjectKind } from './subjects';

/** Their answers repeat them with other escapes. */
const ODDLY_WRITTEN: readonly IdKind[] = ['malformed', 'injection', 'padded'];

export type MatrixResult = { readonly cases: number; readonly failures: readonly string[] };

/** Every role, operation and kind of id, or those that `isWanted` picks: refusals as they must be, and nothing changed. */
export async function runMatrix(site: Site, isWanted: (role: Role, id: IdKind) => boolean): Promise<MatrixResult> {
  const callers = await signInEverybody(site);
  const ids = await findIds(site);
  const failures = listUnlisted();
  const before = await databaseHash(site, LEFT_BY_READERS);
  let cases = 0;
  let refused = 0;
  for (const caller of callers) {
    for (const { name, expected, send } of listCases(site, caller, ids)) {
      const bodies = new Map<string, string>();
      for (const id of ID_KINDS.filter((kind) => isWanted(caller.role, kind))) {
        const wanted = expected(id);
        if (wanted === undefined) continue;
        const answer = await send(id);
        cases += 1;
        if (wanted === 'not_found' || wanted === 'permission_missing') refused += 1;
        const line = `${caller.role} ${name} ${id}: ${answer.verdict} (${answer.status})`;
        if (answer.verdict !== wanted) failures.push(`${line}, not ${wanted}`);
        if (answer.status >= 500) failures.push(line);
        if (wanted === 'not_found' && !ODDLY_WRITTEN.includes(id)) bodies.set(answer.body, line);
      }
      if (bodies.size > 1) failures.push(`answers differ: ${[...bodies.values()].join(' | ')}`);
    }
  }
  if ((await databaseHash(site, LEFT_BY_READERS)) !== before) failures.push('the database has changed');
  const lines = site
    .output()
    .split('\n')
    .filter((line) => line.includes('"event":"refused"')).length;
  if (lines !== refused) failures.push(`${refused} refusals, ${lines} lines in the security log`);
  return { cases, failures };
}

type Case = {
  readonly name: string;
  /** Undefined where there is nothing to ask. */
  readonly expected: (id: IdKind) => Verdict | undefined;
  readonly send: (id: IdKind) => Promise<Answer>;
};

function listCases(site: Site, caller: Caller, ids: Ids): Case[] {
  const idIn = (subject: SubjectKind, id: IdKind) => ids.get(subject)?.[id] ?? '';
  const forms = listBuiltActions().flatMap((action: BuiltAction): Case[] => {
    const operation = OPERATIONS[action.name];
    if (!operation) return [];
    const { subject, allowed, fields, isEffective, isPersonal, isStaff } = operation;
    const idOf = (id: IdKind) => (subject === null ? '' : idIn(subject, id));
    return [
      {
        name: action.name,
        expected: (id) => {
          if (subject === null) return id === 'own' ? organizationVerdictOf(caller.role, allowed) : undefined;
          if (isStaff) return staffVerdictOf(caller.role);
          const verdict = isPersonal
            ? personalVerdictOf(caller.role, id, allowed)
            : verdictOf(caller.role, id, allowed);
          return isEffective && verdict === 'allowed' ? undefined : verdict;
        },
        send: (id) => sendForm(site, caller, action, fields(idOf(id))),
      },
    ];
  });
  const pages = Object.entries(RECORD_PAGES).map(
    ([path, { subject, allowed }]): Case => ({
      name: path,
      expected: (id) => pageVerdictOf(caller.role, id, allowed),
      send: (id) => openPage(site, caller, path, idIn(subject, id)),
    }),
  );
  return [...forms, ...pages];
}

/** What the build has and the matrix does not know. */
function listUnlisted(): string[] {
  const actions = listBuiltActions().filter(
    ({ name }) => !OPERATIONS[name] && !PUBLIC_ACTIONS[name] && !ACCOUNT_ACTIONS.includes(name),
  );
  const pages = PAGES.filter(({ path, record }) => record && !RECORD_PAGES[path]);
  return [...actions.map(({ name }) => `no operation for ${name}`), ...pages.map(({ path }) => `no row for ${path}`)];
}
