import { requireLocale } from '@/app/[locale]/_frame/page-props';
import { settings } from '@/lib/env';
import { type FormPlace, isFresh, signInPath, splitPlace, stepUpPath } from '@/lib/server/action-place';
import { realNowAt } from '@/lib/server/clock';
import { readForm } from '@/lib/server/form-data';
import { refusalOf } from '@/lib/server/refusal';
import { findSession } from '@/lib/server/session';
import { keptOrNew } from '@/lib/server/sign-in/destination';
import { startOidc } from '@/lib/server/sign-in/oidc';
import { redirectResponse } from '@/lib/server/sign-in/redirect-response';

/**
 * Keeps where the reader is going and sends the browser to the identity provider. `purpose` is what a signed-in person
 * goes for: `again` to show who they are, `link` to link the account there; without one somebody signs in.
 */
export async function POST(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const locale = requireLocale((await params).locale);
  const data = await request.formData().catch(() => undefined);
  const form = data && readForm(data);
  if (!form?.ok) return refusalOf(400, locale);
  const { place, fields } = splitPlace({ ...form.value, locale });
  const { kept, purpose } = fields;
  if (purpose === 'again' || purpose === 'link') return sendOnErrand(purpose, place, kept);
  const destination = await keptOrNew(kept, { locale, path: place.here, anchor: place.at });
  if (!destination.ok) return refuse(place, destination.refusal);
  return away(place, await startOidc(locale, destination.value));
}

async function sendOnErrand(purpose: 'again' | 'link', place: FormPlace, kept: string | undefined) {
  const session = await findSession();
  const typed: Record<string, string> = kept === undefined ? {} : { kept };
  if (!session) return go(await signInPath(place, typed));
  const { personId } = session;
  if (purpose === 'link' && !isFresh(session, realNowAt())) {
    return go(await stepUpPath(place, typed, { personId, reason: 'sign_in_ways' }));
  }
  const destination = await keptOrNew(kept, { locale: place.locale, path: place.here, anchor: place.at, personId });
  if (!destination.ok) return refuse(place, destination.refusal);
  return away(place, await startOidc(place.locale, destination.value, { purpose, personId }));
}

function away(place: FormPlace, redirect: Awaited<ReturnType<typeof startOidc>>): Response {
  return redirect ? redirectResponse(redirect) : refuse(place, 'provider_failed');
}

function refuse({ locale }: FormPlace, why: string): Response {
  return go(`/${locale}/sign-in/refused?why=${why}`);
}

function go(path: string): Response {
  return redirectResponse({ location: settings().siteUrl + path, setCookies: [] });
}
