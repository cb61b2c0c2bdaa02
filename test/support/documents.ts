import type { Site } from './site';
import { rowsOf } from './site-rows';

/** The newest document with a line of a subscription, of a kind. */
export async function findDocumentOf(
  site: Site,
  subscriptionId: string,
  kind: 'invoice' | 'credit_note' = 'invoice',
): Promise<{ id: string; number: string }> {
  const [row] = await rowsOf(
    site,
    `select d.id, d.number from documents d join billing_lines l on l.document_id = d.id
     where l.subscription_id = '${subscriptionId}' and d.kind = '${kind}' order by d.issued_at desc, d.number desc`,
  );
  const [id, number] = row ?? [];
  if (id === undefined || number === undefined) throw new Error(`no ${kind} of ${subscriptionId}`);
  return { id, number };
}
