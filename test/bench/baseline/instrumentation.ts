/** Does nothing, but must be there: Turbopack would look for one in the folders above, and find the project's. */
export function register(): void {}
