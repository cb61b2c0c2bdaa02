import { getTranslations } from 'next-intl/server';
import type { RefusalWords } from '@/lib/domain/task-state';

/** Why somebody has not joined yet: the keys below `invitation.errors`. */
const INVITATION_CODES = [
  'busy',
  'form_malformed',
  'name_missing',
  'name_too_long',
  'name_malformed',
  'invitation_not_usable',
  'other_person',
  'already_member',
  'other_organization',
] as const;

export type InvitationCode = (typeof INVITATION_CODES)[number];

/** What the forms of an invitation may have to say when they come back. */
export async function invitationRefusals(): Promise<RefusalWords<string>> {
  const t = await getTranslations('invitation');
  return {
    title: t('errorsTitle'),
    byCode: Object.fromEntries(INVITATION_CODES.map((code) => [code, t(`errors.${code}`)])),
  };
}
