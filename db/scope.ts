// The types travel. The classes stay in scope-mint, which only the guard and the job runner may import.
export type { JobScope, OrgScope, PersonScope } from './scope-mint';
