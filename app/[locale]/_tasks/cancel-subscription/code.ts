import type { explainCancellation, reviewCancellation } from './action';

type CodeOf<A extends (...args: never[]) => Promise<{ readonly errors: readonly { readonly code: string }[] }>> =
  Awaited<ReturnType<A>>['errors'][number]['code'];

/** Everything that asking for a review may answer. */
export type CancelCode = CodeOf<typeof reviewCancellation>;
/** Everything that saying why may answer. */
export type ExplainCode = CodeOf<typeof explainCancellation>;
