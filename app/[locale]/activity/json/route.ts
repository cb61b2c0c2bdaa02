import { answerExport } from '@/app/[locale]/_activity/export';

export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  return answerExport(request, (await params).locale, 'json');
}
