/** Something that the provider tells unasked; `reference` names the charge as its answer did. */
export type ProviderEvent = { readonly kind: 'charge_settled' | 'charge_disputed'; readonly reference: string };

/** Does what an event leads to; an event may come twice, and in any order. */
export async function answerProviderEvent(_event: ProviderEvent, _now: number): Promise<void> {}
