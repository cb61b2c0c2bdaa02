import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import type { BillingProfile } from '@/db/billing-profiles';
import { listProfileMembers } from '@/db/profile-roles';
import { PROFILE_ROLES } from '@/lib/domain/roles';
import type { Reader } from '@/lib/server/guard';
import { Breakable } from '@/lib/ui/breakable';
import { Slip } from '@/lib/ui/slip';
import { GrantForm, HolderForm } from './form';

type Props = { readonly reader: Reader; readonly profile: BillingProfile; readonly here: string };

/** Who has which role, each with a way to change it, and below a role for somebody else. */
export async function RolesControl({ reader, profile, here }: Props) {
  const t = await getTranslations('manageProfileRoles');
  const members = await listProfileMembers(reader.scope, profile.id);
  const refusals = taskRefusals('manageProfileRoles');
  const locale = await getLocale();
  const common = () => ({ locale, here, at: 'manage-roles', formKey: randomUUID(), profile: profile.id, refusals });
  const roles = PROFILE_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }));
  const others = members.filter(({ role }) => role === null);
  return (
    <Slip>
      <ul className="holder-list">
        {members.map(({ id, name, email, role }) =>
          role === null ? null : (
            <li key={id}>
              <span id={`holder-${id}`}>
                <span>
                  <strong>{name}</strong>
                  {id === reader.session.personId ? <span className="quiet"> ({t('you')})</span> : null}
                </span>
                <span className="quiet">
                  <Breakable>{email}</Breakable>
                </span>
              </span>
              <HolderForm
                {...common()}
                person={id}
                role={role}
                roles={[...roles, { value: 'none', label: t('noRole') }]}
                words={{ role: t('roleOf', { name }), change: t('change') }}
              />
            </li>
          ),
        )}
      </ul>
      {others.length > 0 ? (
        <section className="grant" aria-labelledby="grant-role">
          <h3 id="grant-role">{t('grantTitle')}</h3>
          <GrantForm
            {...common()}
            people={others.map(({ id, name, email }) => ({ value: id, label: t('nameAndEmail', { name, email }) }))}
            roles={roles}
            words={{ person: t('person'), choose: t('choosePerson'), role: t('role'), grant: t('grant') }}
          />
        </section>
      ) : (
        <p className="quiet">{t('everybody')}</p>
      )}
    </Slip>
  );
}
