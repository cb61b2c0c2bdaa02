import { newId } from '@/db/ids';
import { JobScope } from '@/db/scope-mint';
import { type StaffWish, saveStaffRole } from '@/db/staff';
import { nowAt } from '@/lib/server/clock';

/** Gives one of the operator's own people a role, or takes all of theirs away. Nobody's session has to end for it. */
export function giveStaffRole(wish: Omit<StaffWish, 'id'>) {
  return saveStaffRole(new JobScope('staff'), { ...wish, id: newId() }, nowAt());
}
