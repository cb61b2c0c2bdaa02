import { type Html, html } from '@/lib/demo/html';
import { frame } from './layout';
import { notice } from './pages';
import type { Told } from './sessions';
import type { BoughtApp } from './site-api';
import type { Answer, Visit } from './visit';
import { fill, type Words } from './words';
import type { Workspace } from './workspaces';

export type ErrorCode = Exclude<keyof Words['errors'], 'title'>;

export type AppView = {
  readonly app: BoughtApp;
  readonly workspace: Workspace | undefined;
  readonly back: string;
  readonly told?: Told;
  /** With what was typed, to be shown again. */
  readonly error?: { readonly code: ErrorCode; readonly typed: string };
};

/** A bought app: set up until it is active, then managed at the same address. */
export function appPage(visit: Visit, view: AppView): Answer {
  const { words } = visit;
  const { app, back, told, error } = view;
  const isNew = app.saasSubscriptionStatus === 'PendingFulfillmentStart';
  const title = isNew ? fill(words.setUp.title, { app: app.name }) : app.name;
  const done = told && fill(words.done[told.code], { app: app.name, email: told.typed });
  const body = html`${notice(words, {
    ...(done === undefined ? {} : { done }),
    ...(error ? { error: words.errors[error.code] } : {}),
  })}
<h1>${title}</h1>
${isNew ? html`<p class="lead">${words.setUp.text}</p>` : undefined}
${facts(words, app)}
${isNew ? setUp(visit, view) : manage(visit, view)}`;
  return { status: error ? 400 : 200, page: frame(visit, { title, back, body }) };
}

function facts({ facts: names, states }: Words, app: BoughtApp): Html {
  const row = (name: string, value: string | number) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<dl>
${row(names.app, app.name)}
${row(names.plan, app.planId)}
${row(names.licenses, app.quantity ?? names.unlimited)}
${app.beneficiary.emailId === undefined ? undefined : row(names.buyer, app.beneficiary.emailId)}
${row(names.state, states[app.saasSubscriptionStatus])}
</dl>`;
}

function setUp({ publisher, words }: Visit, { app, workspace, error }: AppView): Html {
  const { setUp: t } = words;
  const base = `/${publisher}/apps/${app.id}`;
  const typed = error?.typed ?? workspace?.name ?? '';
  return html`<section>
<h2>${t.stepName}</h2>
<form method="post" action="${base}/name">
<label for="name">${t.name}</label>
<p class="hint" id="name-hint">${t.nameHint}</p>
<div class="row"><input id="name" name="name" maxlength="200" value="${typed}" aria-describedby="name-hint">
<button class="${workspace ? 'quiet' : ''}">${workspace ? t.rename : t.save}</button></div>
</form>
</section>
<section>
<h2>${t.stepActivate}</h2>
${
  workspace
    ? html`<p>${fill(t.activateText, { name: workspace.name, app: app.name })}</p>
<form method="post" action="${base}/activate"><button>${fill(t.activate, { app: app.name })}</button></form>`
    : html`<p class="hint">${t.activateLater}</p>`
}
</section>`;
}

function manage(visit: Visit, view: AppView): Html {
  const { app, workspace } = view;
  const t = visit.words.manage;
  const name = workspace ? html`<p class="hint">${fill(t.workspace, { name: workspace.name })}</p>` : undefined;
  if (app.quantity === undefined) return html`<section>${name}<p>${t.flat}</p></section>`;
  const users = workspace?.users ?? [];
  const isSuspended = app.saasSubscriptionStatus === 'Suspended';
  return html`<section>
<h2>${t.users}</h2>
${name}
<p class="count">${fill(t.count, { assigned: users.length, quantity: app.quantity })}</p>
${isSuspended ? html`<p class="notice error">${t.suspended}</p>` : addForm(visit, view, users.length < app.quantity)}
${users.length === 0 ? html`<p>${t.none}</p>` : html`<ul>${users.map((email) => userLine(visit, view, email))}</ul>`}
</section>`;
}

function addForm({ publisher, words: { manage: t } }: Visit, { app, error }: AppView, hasRoom: boolean): Html {
  if (!hasRoom) return html`<p class="hint">${t.full}</p>`;
  return html`<form method="post" action="/${publisher}/apps/${app.id}/add" novalidate>
<label for="email">${t.email}</label>
<div class="row"><input id="email" name="email" type="email" autocomplete="off" value="${error?.typed ?? ''}">
<button>${t.add}</button></div>
</form>`;
}

function userLine({ publisher, words: { manage: t } }: Visit, { app }: AppView, email: string): Html {
  const canRemove = app.saasSubscriptionStatus === 'Subscribed';
  const form = html`<form method="post" action="/${publisher}/apps/${app.id}/remove">
<input type="hidden" name="email" value="${email}">
<button class="quiet" aria-label="${fill(t.removeFrom, { email })}">${t.remove}</button>
</form>`;
  return html`<li><span>${email}</span>${canRemove ? form : undefined}</li>`;
}
