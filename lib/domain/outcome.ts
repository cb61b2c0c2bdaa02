/** What a rule or a command answers: a value, or the code of an expected refusal, which is a message key. */
export type Outcome<Value, Refusal extends string> = Accepted<Value> | Refused<Refusal>;

export type Accepted<Value> = { readonly ok: true; readonly value: Value };
export type Refused<Refusal extends string> = { readonly ok: false; readonly refusal: Refusal };

export function accept<Value>(value: Value): Accepted<Value> {
  return { ok: true, value };
}

export function refuse<Refusal extends string>(refusal: Refusal): Refused<Refusal> {
  return { ok: false, refusal };
}
