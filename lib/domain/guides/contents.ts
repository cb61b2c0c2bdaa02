/**
 * What a section of a guide can show below its words, with the query parameters that each answers. An address with one
 * of them is rendered for the request, for visitors too.
 */
const SECTION_CONTENTS = {
  'country-answer': ['country'],
  'sold-in': [],
  'life-table': [],
} as const satisfies Record<string, readonly string[]>;

export type SectionContent = keyof typeof SECTION_CONTENTS;

export function listContentParameters(content: SectionContent | undefined): readonly string[] {
  return content === undefined ? [] : SECTION_CONTENTS[content];
}
