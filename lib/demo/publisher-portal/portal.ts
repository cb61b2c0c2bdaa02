import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { ACTS } from './acts';
import { type AppView, appPage } from './app-page';
import { readCredentials } from './credentials';
import { type Problem, problemPage, signInPage } from './pages';
import type { PublisherId } from './publishers';
import { openSessions, type PortalSession, type Sessions, type Told } from './sessions';
import type { PortalSettings } from './settings';
import { type BoughtApp, openSiteApi, type SiteApi } from './site-api';
import { type Answer, goTo, type Visit } from './visit';
import { openWorkspaces, type Workspaces } from './workspaces';

export type Portal = {
  readonly sessions: Sessions;
  readonly answer: (visit: Visit) => Promise<Answer>;
};

type Rooms = {
  readonly sessions: Sessions;
  readonly workspaces: Workspaces;
  readonly apiOf: (publisher: PublisherId) => SiteApi;
  readonly returnTo: string;
};

/** The portals of all publishers in one program: each with credentials of its own, none with the others' customers. */
export function openPortal({ folder, api, returnTo }: PortalSettings): Portal {
  const apis = new Map<string, SiteApi>();
  for (const [publisher, own] of Object.entries(readCredentials(folder))) apis.set(publisher, openSiteApi(api, own));
  const apiOf = (publisher: PublisherId) => {
    const found = apis.get(publisher);
    if (!found) throw new Error(`No credentials for ${publisher} in ${folder}`);
    return found;
  };
  const rooms = { sessions: openSessions(), workspaces: openWorkspaces(folder), apiOf, returnTo };
  return { sessions: rooms.sessions, answer: inTurn((visit: Visit) => answer(rooms, visit)) };
}

async function answer(rooms: Rooms, visit: Visit): Promise<Answer> {
  const [first, id = '', act] = visit.path;
  if (first === 'landing' && visit.path.length === 1 && visit.method === 'GET') return land(rooms, visit);
  if (first === 'sign-in' && visit.path.length === 1 && visit.method === 'POST') return signIn(rooms, visit);
  if (first === 'apps' && visit.path.length === 2 && visit.method === 'GET') return showApp(rooms, visit, id);
  if (first === 'apps' && visit.path.length === 3 && visit.method === 'POST') return doAct(rooms, visit, id, act ?? '');
  return problemPage(visit, 'not_found', rooms.returnTo);
}

/** The marketplace's reader arrives: whoever is signed in already goes straight on. */
async function land(rooms: Rooms, visit: Visit): Promise<Answer> {
  const token = visit.query.get('token');
  if (!token) return problemPage(visit, 'token_missing', rooms.returnTo);
  return visit.session ? enter(rooms, visit, token, visit.session) : signInPage(visit, token, rooms.returnTo);
}

async function signIn(rooms: Rooms, visit: Visit): Promise<Answer> {
  const { session, setCookie } = rooms.sessions.start(visit.publisher);
  return enter(rooms, visit, visit.form.get('token') ?? '', session, setCookie);
}

/** The token, exchanged server to server, says which app the reader may set up or manage from now on. */
async function enter(
  { apiOf, returnTo }: Rooms,
  visit: Visit,
  token: string,
  session: PortalSession,
  setCookie?: string,
): Promise<Answer> {
  const resolved = await apiOf(visit.publisher).resolve(token);
  if (!resolved.ok) return problemPage(visit, problemOf(resolved.refusal), returnTo);
  session.apps.add(resolved.value.id);
  return goTo(`/${visit.publisher}/apps/${resolved.value.id}`, setCookie);
}

async function showApp(rooms: Rooms, visit: Visit, id: string): Promise<Answer> {
  const found = await findApp(rooms, visit, id);
  if (!found.ok) return problemPage(visit, found.refusal, rooms.returnTo);
  const { told } = found.value.session;
  delete found.value.session.told;
  return appPage(visit, {
    ...found.value,
    back: backTo(rooms.returnTo, found.value.app, told),
    ...(told ? { told } : {}),
  });
}

async function doAct(rooms: Rooms, visit: Visit, id: string, name: string): Promise<Answer> {
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  if (!act) return problemPage(visit, 'not_found', rooms.returnTo);
  const found = await findApp(rooms, visit, id);
  if (!found.ok) return problemPage(visit, found.refusal, rooms.returnTo);
  const typed = visit.form.get(name === 'name' ? 'name' : 'email') ?? '';
  const { session, ...desk } = found.value;
  const outcome = await act({ ...desk, api: rooms.apiOf(visit.publisher), workspaces: rooms.workspaces }, typed);
  if (!outcome.ok) {
    return appPage(visit, { ...desk, back: backTo(rooms.returnTo, desk.app), error: { code: outcome.refusal, typed } });
  }
  session.told = { code: outcome.value, typed };
  return goTo(`/${visit.publisher}/apps/${id}`);
}

/** An app that this reader was handed over for, as the site tells of it now. */
async function findApp(
  { apiOf, workspaces }: Rooms,
  { session, publisher }: Visit,
  id: string,
): Promise<Outcome<Pick<AppView, 'app' | 'workspace'> & { readonly session: PortalSession }, Problem>> {
  if (!session?.apps.has(id)) return refuse('signed_out');
  const app = await apiOf(publisher).find(id);
  if (!app.ok) return refuse(problemOf(app.refusal));
  if (app.value.saasSubscriptionStatus === 'Unsubscribed') return refuse('ended');
  return accept({ app: app.value, workspace: workspaces.find(id), session });
}

/** Back to the guide that the reader is in the middle of, at the step that looks for what was done here. */
function backTo(returnTo: string, { id, quantity, saasSubscriptionStatus }: BoughtApp, told?: Told): string {
  const isRunning = saasSubscriptionStatus === 'Subscribed' && told?.code !== 'activated';
  const [guide, step] =
    isRunning && quantity !== undefined ? ['assign-licenses', 'assign-users'] : ['activate-app', 'check-status'];
  return `${returnTo}/${guide}?back=${id}#${step}`;
}

function problemOf(refusal: string): Problem {
  if (refusal === 'token_expired' || refusal === 'token_missing') return refusal;
  if (refusal === 'token_malformed' || refusal === 'forbidden') return 'token_unknown';
  return refusal === 'not_found' ? 'ended' : 'unreachable';
}

/** One after the other: of two licenses given away at once, the second must see the first. */
function inTurn<Asked, Answered>(work: (asked: Asked) => Promise<Answered>): (asked: Asked) => Promise<Answered> {
  let last: Promise<unknown> = Promise.resolve();
  return (asked) => {
    const next = last.then(() => work(asked));
    last = next.catch(() => undefined);
    return next;
  };
}
