/** There is no browser here whose pages could be asked for anew. */
export function refresh(): void {}
