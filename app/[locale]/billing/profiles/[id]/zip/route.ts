import { answerPeriod } from '@/app/[locale]/_billing/period-file';

type Context = { params: Promise<{ locale: string; id: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerPeriod(request, params);
}
