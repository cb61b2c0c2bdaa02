import { useTranslations } from 'next-intl';
import { pathWith } from '@/app/[locale]/_frame/page-props';
import type { ProfileChoice } from '@/db/profile-choices';
import { Button } from '@/lib/ui/button';
import { Slip } from '@/lib/ui/slip';

/** The context line of a guide whose tasks are about one billing profile. */
export function ProfileContext({ profile }: { profile: ProfileChoice | undefined }) {
  const t = useTranslations('task');
  if (!profile) return <span>{t('contextNoProfile')}</span>;
  return <span>{t.rich('contextProfile', { profile: profile.name, b: (chunks) => <strong>{chunks}</strong> })}</span>;
}

type PickerProps = {
  readonly profiles: readonly ProfileChoice[];
  readonly chosenId: string | undefined;
  readonly path: string;
};

/** A plain form: choosing another profile is a new address. */
export function ProfilePicker({ profiles, chosenId, path }: PickerProps) {
  const t = useTranslations('task');
  if (!chosenId || profiles.length < 2) return null;
  return (
    <details className="picker">
      <summary>{t('chooseAnotherProfile')}</summary>
      <form action={path} method="get">
        <select className="input" name="profile" aria-label={t('profile')} defaultValue={chosenId}>
          {profiles.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <Button kind="plain">{t('chooseProfile')}</Button>
      </form>
    </details>
  );
}

type ListProps = {
  readonly profiles: readonly ProfileChoice[];
  readonly path: string;
  /** The step that comes after choosing. */
  readonly step: string;
};

/** The profiles to choose from, each with the reader's own role on it. */
export function ProfileList({ profiles, path, step }: ListProps) {
  const t = useTranslations('task');
  if (profiles.length === 0) return <p>{t('noProfiles')}</p>;
  return (
    <Slip>
      <ul className="app-list">
        {profiles.map((profile) => (
          <li key={profile.id}>
            <span>
              <strong id={`profile-${profile.id}`}>{profile.name}</strong>
              <OwnRole profile={profile} />
            </span>
            <a href={`${pathWith(path, { profile: profile.id })}#${step}`} aria-describedby={`profile-${profile.id}`}>
              {t('chooseProfile')}
            </a>
          </li>
        ))}
      </ul>
    </Slip>
  );
}

/** The chosen profile in one line. */
export function ProfileLine({ profile }: { profile: ProfileChoice }) {
  return (
    <ul className="facts-line">
      <li>{profile.name}</li>
      <li>
        <OwnRole profile={profile} />
      </li>
    </ul>
  );
}

function OwnRole({ profile: { ownRole } }: { profile: ProfileChoice }) {
  const t = useTranslations();
  return (
    <span className="quiet">
      {ownRole === null ? t('task.ownRoleNone') : t('task.ownRole', { role: t(`signIn.profileRoles.${ownRole}`) })}
    </span>
  );
}
