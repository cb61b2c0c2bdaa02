import { useTranslations } from 'next-intl';
import type { BillingProfile } from '@/db/billing-profiles';
import type { RoleHolder } from '@/db/colleagues';
import { formatLanguage } from '@/lib/i18n/names';
import { writtenPhone } from '@/lib/server/phone-number';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { Address } from './address';
import { Colleagues } from './colleagues';
import { PaymentMethod } from './payment-method';

type Props = {
  readonly profile: BillingProfile;
  readonly organizationName: string;
  readonly recipients: readonly string[];
  readonly colleagues: readonly RoleHolder[];
};

/** What a profile says of itself, and who may do what with it. */
export function ProfileFacts({ profile, organizationName, recipients, colleagues }: Props) {
  const t = useTranslations('billing');
  const { contactName, contactEmail, contactPhone } = profile;
  const contact = [contactName, contactEmail, contactPhone && writtenPhone(contactPhone)].filter(
    (line) => line !== null,
  );
  return (
    <Pairs>
      <Pair name={t('billTo')}>
        <Address name={profile.billToName ?? organizationName} address={profile} />
      </Pair>
      <Pair name={t('contact')}>{contact.length > 0 ? <Lines lines={contact} /> : <NotSaid />}</Pair>
      <Pair name={t('recipients')}>{recipients.length > 0 ? <Lines lines={recipients} /> : <NotSaid />}</Pair>
      <Pair name={t('poNumber')}>{profile.poNumber ?? <NotSaid />}</Pair>
      <Pair name={t('vatNumber')}>{profile.vatNumber ?? <NotSaid />}</Pair>
      <Pair name={t('documentLanguage')}>{formatLanguage(profile.documentLocale)}</Pair>
      <Pair name={t('paymentMethod')}>
        <PaymentMethod method={profile.paymentMethod} />
      </Pair>
      {profile.backupMethod ? (
        <Pair name={t('backupMethod')}>
          <PaymentMethod method={profile.backupMethod} />
        </Pair>
      ) : null}
      <Pair name={t('roles')}>
        <Colleagues people={colleagues} />
      </Pair>
    </Pairs>
  );
}

function NotSaid() {
  const t = useTranslations('billing');
  return <span className="quiet">{t('notSaid')}</span>;
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <span className="postal">
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </span>
  );
}
