const FIRST_MS = 5_000;
const LONGEST_MS = 60 * 60_000;

/** Milliseconds to wait after a failed attempt: doubling from 5 s to 1 h, spread to ± 50 % by `random` in [0, 1). */
export function retryDelayMs(attempts: number, random: number): number {
  const doubled = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1));
  return Math.round(doubled * (0.5 + random));
}
