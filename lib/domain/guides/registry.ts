import { activateApp } from './activate-app';
import { assignLicenses } from './assign-licenses';
import { changeLicenseQuantity } from './change-license-quantity';
import { manageThirdPartyApps } from './manage-third-party-apps';
import type { GuideStructure } from './structure';

/** Every guide, in the order of the guide list. A guide that is not here has no page, and a link to it does not build. */
export const GUIDES = [
  manageThirdPartyApps,
  activateApp,
  assignLicenses,
  changeLicenseQuantity,
] as const satisfies readonly GuideStructure[];

export type GuideId = (typeof GUIDES)[number]['id'];

export function findGuide(id: string): GuideStructure | undefined {
  return GUIDES.find((guide) => guide.id === id);
}

export function isGuideId(id: string): id is GuideId {
  return GUIDES.some((guide) => guide.id === id);
}
