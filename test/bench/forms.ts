/** A form of a page as a browser without scripts would send it: multipart/form-data, with the given values typed in. */
export type Filled = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What it sends, without Next's own fields. */
  readonly fields: Readonly<Record<string, string>>;
};

const BOUNDARY = '----stegvis-bench';

/** Fills in the page's first form for an action with `having` in its markup. Throws when there is none. */
export function fillForm(html: string, having: string, typed: Readonly<Record<string, string>>): Filled {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((text) => text.includes(' name="$ACTION') && text.includes(having));
  if (!form) throw new Error(`No form with ${having}`);
  const all = [...controlsOf(form).filter(([name]) => !Object.hasOwn(typed, name)), ...Object.entries(typed)];
  const parts = all.map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: `${parts.join('')}--${BOUNDARY}--\r\n`,
    fields: Object.fromEntries(all.filter(([name]) => !name.startsWith('$ACTION'))),
  };
}

/** How a control of that name stands in markup. */
export function nameOf(control: string): string {
  return ` name="${control}"`;
}

/** What stands in a form's controls: name and value of each that a browser would send. */
function controlsOf(form: string): [name: string, value: string][] {
  const inputs = (form.match(/<input\b[^>]*>/g) ?? [])
    .filter((tag) => !/ type="(radio|checkbox)"/.test(tag) || / checked=""/.test(tag))
    .map((tag): [string, string] => [attribute(tag, 'name'), attribute(tag, 'value')]);
  const selects = (form.match(/<select\b[\s\S]*?<\/select>/g) ?? []).map((select): [string, string] => {
    const options = select.match(/<option\b[^>]*>/g) ?? [];
    const chosen = options.find((tag) => / selected=""/.test(tag)) ?? options[0] ?? '';
    return [attribute(select, 'name'), attribute(chosen, 'value')];
  });
  return [...inputs, ...selects].filter(([name]) => name !== '');
}

/** Signs in as somebody of the demo, by its form. Answers the cookie to send from then on. */
export async function signIn(origin: string, personId: string): Promise<string> {
  const address = `${origin}/en-US/sign-in`;
  const { headers, body } = fillForm(await (await fetch(address)).text(), nameOf('personId'), { personId });
  const response = await fetch(address, {
    method: 'POST',
    headers: { ...headers, origin },
    body,
    redirect: 'manual',
  });
  const [cookie] = response.headers.getSetCookie();
  if (response.status !== 303 || !cookie) throw new Error(`Signing in was answered with ${response.status}`);
  return cookie.split(';')[0] ?? '';
}

function attribute(tag: string, name: string): string {
  return decode(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

/** Text as it was before React wrote it into HTML. */
export function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
