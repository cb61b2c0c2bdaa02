import type { Permission } from './roles';

/** Why somebody is asked to show again who they are: the keys below `signIn.again.reasons` in ui.json. */
export const STEP_UP_REASONS = ['cancel', 'payment', 'roles', 'members', 'sign_in_ways', 'other'] as const;
export type StepUpReason = (typeof STEP_UP_REASONS)[number];

const REASONS: Readonly<Partial<Record<Permission, StepUpReason>>> = {
  'subscription.cancel': 'cancel',
  'profile.replace_payment_method': 'payment',
  'profile.grant_roles': 'roles',
  'organization.manage_members': 'members',
};

/** What the person is about to do, by the permission that it takes. */
export function stepUpReasonOf(permission: Permission): StepUpReason {
  return REASONS[permission] ?? 'other';
}

export function isStepUpReason(text: unknown): text is StepUpReason {
  return STEP_UP_REASONS.some((reason) => reason === text);
}
