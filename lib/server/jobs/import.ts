import { type Compared, compareImport, type ImportDraft, saveImport } from '@/db/imports';
import { JobScope } from '@/db/scope-mint';
import { accept, type Outcome } from '@/lib/domain/outcome';
import { nowAt } from '@/lib/server/clock';

const scope = new JobScope('import');

/** Makes what an operator's file says, all or nothing; a trial only tells what that would be. */
export async function importDraft(
  draft: ImportDraft,
  { isTrial }: { readonly isTrial: boolean },
): Promise<Outcome<Compared[], 'busy'>> {
  return isTrial ? accept(await compareImport(scope, draft)) : saveImport(scope, draft, nowAt());
}
