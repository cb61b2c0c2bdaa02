import type { Outcome } from '@/lib/domain/outcome';

/** The value of something that the demo counts on; a refusal means the story itself is wrong. */
export function requireDone<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(`The demo was refused: ${outcome.refusal}`);
  return outcome.value;
}
