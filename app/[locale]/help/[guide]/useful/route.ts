import { NextResponse } from 'next/server';
import { z } from 'zod';
import { saveGuideAnswer } from '@/db/guide-answers';
import { isGuideId } from '@/lib/domain/guides/registry';
import { isLocale } from '@/lib/i18n/locales';
import { nowAt } from '@/lib/server/clock';
import { readForm } from '@/lib/server/form-data';
import { leadTo } from '@/lib/server/lead-to';
import { refusalOf } from '@/lib/server/refusal';

const useful = z.strictObject({ answer: z.enum(['yes', 'no']) });

/** "Was this useful": kept without a word about who answered, then back to the guide. */
export async function POST(request: Request, { params }: { params: Promise<{ locale: string; guide: string }> }) {
  const { locale, guide } = await params;
  if (!isLocale(locale) || !isGuideId(guide)) return new NextResponse(null, { status: 404 });
  const data = await request.formData().catch(() => undefined);
  const form = data && readForm(data);
  const answer = useful.safeParse(form?.ok ? form.value : undefined);
  if (!answer.success) return refusalOf(400, locale);
  const saved = await saveGuideAnswer({ guideId: guide, locale, answer: answer.data.answer, createdAt: nowAt() });
  if (!saved.ok) return refusalOf(503, locale);
  return leadTo(`/${locale}/help/${guide}?notice=thanks`);
}
