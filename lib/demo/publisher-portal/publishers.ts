/** The publishers whose portal this is, each below a path of its own, with a colour to tell them apart by. */
export const PORTALS = {
  tallyworks: { name: 'Tallyworks', hue: 285 },
  brattkant: { name: 'Brattkant', hue: 45 },
  meltemi: { name: 'Meltemi', hue: 225 },
} as const;

export type PublisherId = keyof typeof PORTALS;

export function isPublisherId(text: string | undefined): text is PublisherId {
  return text !== undefined && Object.hasOwn(PORTALS, text);
}
