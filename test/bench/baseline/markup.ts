/** A text, or an element with its attributes and what stands in it. */
export type Markup =
  | string
  | readonly [name: string, attributes: Readonly<Record<string, string>>, children: readonly Markup[]];
