import { requireLocale } from '@/app/[locale]/_frame/page-props';
import { settings } from '@/lib/env';
import { readForm } from '@/lib/server/form-data';
import { refusalOf } from '@/lib/server/refusal';
import { keptOrNew } from '@/lib/server/sign-in/destination';
import { startOidc } from '@/lib/server/sign-in/oidc';
import { redirectResponse } from '@/lib/server/sign-in/redirect-response';

/** Keeps where the reader is going and sends the browser to the identity provider. */
export async function POST(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const locale = requireLocale((await params).locale);
  const data = await request.formData().catch(() => undefined);
  const form = data && readForm(data);
  if (!form?.ok) return refusalOf(400, locale);
  const { here, at, kept } = form.value;
  const destination = await keptOrNew(kept, { locale, path: here, anchor: at });
  const refused = (why: string) => `${settings().siteUrl}/${locale}/sign-in/refused?why=${why}`;
  if (!destination.ok) return redirectResponse({ location: refused(destination.refusal), setCookies: [] });
  const away = await startOidc(locale, destination.value);
  return redirectResponse(away ?? { location: refused('provider_failed'), setCookies: [] });
}
