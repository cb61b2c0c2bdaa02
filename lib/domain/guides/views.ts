/** How a translated guide can be read besides in the page's own language: beside its source, or in it. */
export const GUIDE_VIEWS = ['both', 'source'] as const;
export type GuideView = (typeof GUIDE_VIEWS)[number];

export function isGuideView(view: string | undefined): view is GuideView {
  return GUIDE_VIEWS.some((known) => known === view);
}
