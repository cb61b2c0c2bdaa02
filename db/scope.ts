// The types travel. The classes stay in scope-mint, which only the guards and the job runner may import.
export type { JobScope, OrgScope, PersonScope, PublisherScope, StaffScope } from './scope-mint';
