/** Keeps a value under its key, in the place of the one kept longest where there are as many as may be. */
export function keepNewest<Value>(kept: Map<string, Value>, most: number, key: string, value: Value): Value {
  const [oldest] = kept.size < most ? [] : kept.keys();
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, value);
  return value;
}
