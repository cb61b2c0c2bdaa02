import type { ReactNode } from 'react';
import type { PageProps } from '@/app/[locale]/_frame/page-props';
import type { SectionContent } from '@/lib/domain/guides/contents';
import type { GuideId } from '@/lib/domain/guides/registry';
import { findGuide } from '@/lib/domain/guides/registry';
import type { Locale } from '@/lib/i18n/locales';
import type { Reader } from '@/lib/server/guard';

/** For whom a content is drawn and where. Made at build there is no reader, and the query is empty. */
export type ContentPlace = {
  readonly locale: Locale;
  /** The guide's own path. */
  readonly path: string;
  readonly query: Awaited<PageProps['searchParams']>;
  readonly reader: Reader | undefined;
};

type DrawContent = (place: ContentPlace) => ReactNode | Promise<ReactNode>;

/** Every content that a section can show, loaded when a guide needs it. */
const CONTENTS: Readonly<Record<SectionContent, () => Promise<DrawContent>>> = {
  'country-answer': async () => (await import('./country-answer')).drawCountryAnswer,
  'life-table': async () => (await import('./life-table')).drawLifeTable,
  'sold-in': async () => (await import('./sold-in')).drawSoldIn,
};

/** What stands below the words of a guide's sections, by section id. */
export async function drawContents(id: GuideId, place: ContentPlace): Promise<Readonly<Record<string, ReactNode>>> {
  const guide = findGuide(id);
  const sections = [...(guide?.before ?? []), ...(guide?.after ?? [])];
  const drawn = sections.flatMap(({ id: sectionId, content }) =>
    content ? [CONTENTS[content]().then(async (draw) => [sectionId, await draw(place)] as const)] : [],
  );
  return Object.fromEntries(await Promise.all(drawn));
}
