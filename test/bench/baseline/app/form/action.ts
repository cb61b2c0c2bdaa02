'use server';

import { redirect } from 'next/navigation';

export async function goOn(): Promise<null> {
  return redirect('/live?letters=4#review');
}
