import { NextResponse } from 'next/server';
import { z } from 'zod';
import { daysToMove } from '@/lib/domain/clock-move';
import { settings } from '@/lib/env';
import { isLocale } from '@/lib/i18n/locales';
import { demoToday } from '@/lib/server/demo-day';
import { readForm } from '@/lib/server/form-data';
import { moveDemoClock } from '@/lib/server/jobs/demo-clock';
import { leadTo } from '@/lib/server/lead-to';
import { refusalOf } from '@/lib/server/refusal';
import { findOwnPath } from '@/lib/server/sign-in/own-path';

const move = z.strictObject({ far: z.string().max(100), from: z.string().regex(/^\d{1,15}$/), back: z.string() });

/** Lives through the days that were asked for, then leads back to the page the form stood on. In a demo only. */
export async function POST(request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (settings().mode !== 'demo' || !isLocale(locale)) return new NextResponse(null, { status: 404 });
  const data = await request.formData().catch(() => undefined);
  const form = data && readForm(data);
  const asked = move.safeParse(form?.ok ? form.value : undefined);
  if (!asked.success) return refusalOf(400, locale);
  const { far, from, back } = asked.data;
  const clockPage = `/${locale}/demo-clock`;
  const days = daysToMove(far, demoToday());
  if (!days.ok) return leadTo(`${clockPage}?${new URLSearchParams({ wrong: days.refusal, far, back })}`);
  const moved = await moveDemoClock(days.value, Number(from));
  if (moved.ok) return leadTo(findOwnPath(back)?.path ?? `${clockPage}?notice=moved`);
  return moved.refusal === 'stale' ? leadTo(`${clockPage}?notice=stale`) : refusalOf(503, locale);
}
