/** Facts as one text: equal texts mean equal to the last minor unit, so a commit compares itself with its preview. */
export function canonicalText(facts: unknown): string {
  return JSON.stringify(facts, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}
