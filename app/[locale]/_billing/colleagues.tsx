import { useTranslations } from 'next-intl';
import type { RoleHolder } from '@/db/colleagues';

/** People with their role on a profile and how to reach them. */
export function Colleagues({ people }: { people: readonly RoleHolder[] }) {
  const t = useTranslations('billing');
  const roles = useTranslations('signIn.profileRoles');
  return (
    <ul className="colleagues">
      {people.map(({ name, email, role }) => (
        <li key={email}>
          {t.rich('colleague', { name, email, role: roles(role), a: (text) => <a href={`mailto:${email}`}>{text}</a> })}
        </li>
      ))}
    </ul>
  );
}
