import { getTranslations } from 'next-intl/server';
import type { Typed } from '@/lib/domain/task-state';
import { listTimeZones } from '@/lib/domain/time-zones';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { formatLanguage } from '@/lib/i18n/names';
import type { Session } from '@/lib/server/session';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';
import { DetailsForm } from './details-form';
import { placeIn } from './texts';

type Props = { readonly locale: Locale; readonly session: Session; readonly typed: Typed };

/** Who the person is here, and what they can change of it. */
export async function Details({ locale, session, typed }: Props) {
  const t = await getTranslations('account');
  const role = await getTranslations('signIn.roles');
  const d = await getTranslations('account.details');
  const { name, email, organization, timeZone } = session;
  const values = { name, language: session.locale ?? '', timeZone: timeZone ?? '', ...typed };
  return (
    <section aria-labelledby="details">
      <h2 id="details">{d('title')}</h2>
      <Pairs>
        <Pair name={t('email')}>{email}</Pair>
        {organization ? <Pair name={t('organization')}>{organization.name}</Pair> : null}
        {organization ? (
          <Pair name={t('role')}>
            <span className="capital">{role(organization.role)}</span>
          </Pair>
        ) : null}
      </Pairs>
      <Slip>
        <DetailsForm
          place={placeIn(locale, 'details')}
          values={values}
          languages={[
            { value: '', label: d('noLanguage') },
            ...LOCALES.map((tag) => ({ value: tag, label: formatLanguage(tag), lang: tag })),
          ]}
          timeZones={groupTimeZones()}
          words={{
            name: d('name'),
            nameHint: d('nameHint'),
            language: d('language'),
            languageHint: d('languageHint'),
            timeZone: d('timeZone'),
            timeZoneHint: d('timeZoneHint'),
            noTimeZone: d('noTimeZone'),
            save: d('save'),
          }}
        />
      </Slip>
    </section>
  );
}

/** By the part of the world that a name begins with: 'Europe', then 'Stockholm'. */
function groupTimeZones() {
  const names = listTimeZones();
  const partOf = (name: string) => name.split('/')[0] ?? name;
  return [...new Set(names.map(partOf))].map((part) => ({
    label: part,
    options: names
      .filter((name) => partOf(name) === part)
      .map((name) => ({ value: name, label: name.slice(name.indexOf('/') + 1).replaceAll('_', ' ') })),
  }));
}
