import { fillForm, nameOf, signIn } from './forms';
import type { Repeated } from './load';
import { TASK_PAGES, type TaskPage } from './task-pages';

type Server = { readonly origin: string; readonly cpuUrl: string };
export type Comparison = {
  readonly name: string;
  /** Least percentage of requests per second. */
  readonly target?: number;
  readonly ours: Repeated;
  readonly theirs: Repeated;
};

const GUIDE = '/en-US/help/change-license-quantity';
const APP = `${GUIDE}?app=nordlys-tallyworks`;

/** The pages of ours that are measured, as they answer now. */
export type Subjects = { readonly cookie: string; readonly visitorHtml: string; readonly readerHtml: string };

export async function readSubjects({ origin }: Pick<Server, 'origin'>): Promise<Subjects> {
  const cookie = await signIn(origin, 'astrid-lindqvist');
  const [visitorHtml, readerHtml] = await Promise.all([textOf(origin + GUIDE), textOf(origin + APP, cookie)]);
  return { cookie, visitorHtml, readerHtml };
}

/** What is compared with what: each page of ours with an empty one of the same size. */
export async function listComparisons(
  site: Server,
  baseline: Server,
  { cookie, visitorHtml, readerHtml }: Subjects,
): Promise<Comparison[]> {
  const visitor = { url: site.origin + GUIDE, status: 200, cpuUrl: site.cpuUrl };
  const { cpuUrl } = baseline;
  const prerendered = await nearest(baseline.origin, (letters) => `/prerendered/${letters}`, visitorHtml.length);
  const live = await nearest(baseline.origin, (letters) => `/live?letters=${letters}`, readerHtml.length);
  const form = fillForm(readerHtml, nameOf('quantity'), { quantity: '12' });
  const emptyForm = fillForm(await textOf(`${baseline.origin}/form`), nameOf('quantity'), form.fields);
  return [
    {
      name: "A visitor's guide, and an untouched prerendered page with the same headers",
      target: 100,
      ours: visitor,
      theirs: { url: prerendered, status: 200, cpuUrl },
    },
    {
      name: "A visitor's guide, and an untouched prerendered page without a proxy",
      ours: visitor,
      theirs: { url: prerendered.replace('/prerendered/', '/bare/'), status: 200, cpuUrl },
    },
    {
      name: "A reader's guide with an app chosen, and an empty dynamic page of the same elements",
      target: 75,
      ours: { url: site.origin + APP, status: 200, cpuUrl: site.cpuUrl, headers: { cookie } },
      theirs: { url: live, status: 200, cpuUrl },
    },
    {
      name: 'Sending the quantity for review, and the same form to an empty server action',
      target: 65,
      ours: post(site, site.origin + APP, form, { cookie }),
      theirs: post(baseline, `${baseline.origin}/form`, emptyForm, {}),
    },
  ];
}

/** A fresh session of everybody whose task is measured. */
export async function signInAll({ origin }: Pick<Server, 'origin'>): Promise<Readonly<Record<TaskPage['by'], string>>> {
  return {
    'maja-sandberg': await signIn(origin, 'maja-sandberg'),
    'astrid-lindqvist': await signIn(origin, 'astrid-lindqvist'),
    'johan-ekstrom': await signIn(origin, 'johan-ekstrom'),
  };
}

/** Where the task is, below the locale; `{invoice}` is one that the reader has to pay. */
export async function addressOf(origin: string, cookie: string, path: string): Promise<string> {
  if (!path.includes('{invoice}')) return `${origin}/en-US${path}`;
  const [, id] = /[?;]invoice=([\w-]+)/.exec(await textOf(`${origin}/en-US/help/fix-payment`, cookie)) ?? [];
  if (id === undefined) throw new Error('Nobody has anything to pay');
  return `${origin}/en-US${path.replace('{invoice}', id)}`;
}

/** Sending each task's form, and an empty form to an empty server action with the same fields. */
export async function listTaskComparisons(site: Server, baseline: Server): Promise<Comparison[]> {
  const cookies = await signInAll(site);
  const empty = await textOf(`${baseline.origin}/form`);
  return Promise.all(
    TASK_PAGES.map(async ({ task, by, path, having, typed }) => {
      const cookie = cookies[by];
      const url = await addressOf(site.origin, cookie, path);
      const form = fillForm(await textOf(url, cookie), having, typed);
      const emptyForm = fillForm(empty, nameOf('quantity'), form.fields);
      return {
        name: task,
        ours: post(site, url, form, { cookie }),
        theirs: post(baseline, `${baseline.origin}/form`, emptyForm, {}),
      };
    }),
  );
}

type Filled = ReturnType<typeof fillForm>;

function post({ origin, cpuUrl }: Server, url: string, form: Filled, extra: Record<string, string>): Repeated {
  return { url, method: 'POST', status: 303, cpuUrl, body: form.body, headers: { ...form.headers, origin, ...extra } };
}

/** The address of the empty page whose length comes nearest, in steps of 128 letters. */
async function nearest(origin: string, pathOf: (letters: number) => string, length: number): Promise<string> {
  const lengthAt = async (step: number) => (await textOf(origin + pathOf(step * 128))).length;
  const [none, some] = [await lengthAt(0), await lengthAt(40)];
  const step = Math.max(0, Math.round(((length - none) / (some - none)) * 40));
  const found = await lengthAt(step);
  if (Math.abs(found - length) > length * 0.05) throw new Error(`No empty page of ${length} letters: ${found}`);
  return origin + pathOf(step * 128);
}

async function textOf(url: string, cookie?: string): Promise<string> {
  const response = await fetch(url, { headers: cookie === undefined ? {} : { cookie } });
  if (response.status !== 200) throw new Error(`${url} was answered with ${response.status}`);
  return response.text();
}
