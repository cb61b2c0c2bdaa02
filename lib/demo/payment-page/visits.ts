import { randomBytes } from 'node:crypto';

const LIFE_MS = 30 * 60_000;

type Asked = { readonly idempotencyKey: string };
export type Visit<What extends Asked> = What & { readonly id: string; readonly expiresAt: number };

/** Visits of readers to this page, kept in memory for half an hour. */
export function openVisits<What extends Asked>(clock: () => number) {
  const byId = new Map<string, Visit<What>>();
  return {
    find(id: string): Visit<What> | undefined {
      const visit = byId.get(id);
      return visit && clock() < visit.expiresAt ? visit : undefined;
    },
    /** The same key is the same visit, as long as it lasts. */
    open(asked: What): Visit<What> {
      for (const { id, expiresAt } of byId.values()) if (expiresAt <= clock()) byId.delete(id);
      const earlier = [...byId.values()].find(({ idempotencyKey }) => idempotencyKey === asked.idempotencyKey);
      if (earlier) return earlier;
      const visit = { ...asked, id: secretName(), expiresAt: clock() + LIFE_MS };
      byId.set(visit.id, visit);
      return visit;
    },
    keep(visit: Visit<What>): void {
      byId.set(visit.id, visit);
    },
  };
}

/** A name that nobody can guess. */
export function secretName(): string {
  return randomBytes(18).toString('base64url');
}
