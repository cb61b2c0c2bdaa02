import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { ErrorCode } from './app-page';
import type { Told } from './sessions';
import type { BoughtApp, SiteApi, SiteRefusal } from './site-api';
import type { Words } from './words';
import type { Workspace, Workspaces } from './workspaces';

export type Desk = {
  readonly api: SiteApi;
  readonly workspaces: Workspaces;
  readonly app: BoughtApp;
  readonly workspace: Workspace | undefined;
};

export type Act = (desk: Desk, typed: string) => Promise<Outcome<Told['code'], ErrorCode>>;

const LONGEST_NAME = 60;
const EMAIL = /^[^\s@,;<>]{1,64}@[^\s@.,;<>]+(\.[^\s@.,;<>]+)+$/;

/** What can be done with an app here, by the last part of the form's address. Done first at the site, then kept. */
export const ACTS: Readonly<Record<string, Act>> = {
  async name({ workspaces, app, workspace }, typed) {
    const name = typed.trim();
    if (name === '' || name.length > LONGEST_NAME) return refuse('name_missing');
    workspaces.save(app.id, { users: workspace?.users ?? [], name });
    return accept('named');
  },

  async activate({ api, app, workspace }) {
    if (!workspace) return refuse('name_missing');
    const activated = await api.activate(app);
    if (!activated.ok) return refuse(knownError(activated.refusal));
    const now = await api.find(app.id);
    if (now.ok && now.value.saasSubscriptionStatus === 'Suspended') return accept('suspended');
    return accept(app.quantity === undefined ? 'activatedFlat' : 'activated');
  },

  async add({ api, workspaces, app, workspace }, typed) {
    const email = typed.trim().toLowerCase();
    const users = workspace?.users ?? [];
    if (email.length > 254 || !EMAIL.test(email)) return refuse('email_malformed');
    if (users.includes(email)) return refuse('email_taken');
    if (users.length >= (app.quantity ?? 0)) return refuse('full');
    return saveUsers({ api, workspaces, app, workspace }, [...users, email], 'added');
  },

  async remove({ api, workspaces, app, workspace }, typed) {
    const users = (workspace?.users ?? []).filter((email) => email !== typed);
    return saveUsers({ api, workspaces, app, workspace }, users, 'removed');
  },
};

async function saveUsers({ api, workspaces, app, workspace }: Desk, users: string[], done: Told['code']) {
  const reported = await api.report(app.id, users.length);
  if (!reported.ok) return refuse(knownError(reported.refusal));
  workspaces.save(app.id, { name: workspace?.name ?? app.name, users });
  return accept(done);
}

const KNOWN: readonly (keyof Words['errors'] & SiteRefusal)[] = [
  'assigned_above_quantity',
  'already_active',
  'already_suspended',
  'plan_mismatch',
  'quantity_mismatch',
  'not_in_use',
];

function knownError(refusal: SiteRefusal): ErrorCode {
  const known = KNOWN.find((code) => code === refusal);
  return known === undefined || known === 'title' ? 'other' : known;
}
