import { Icon } from './icon';

type Props = { action: string; label: string; submitLabel: string; query?: string; isLarge?: boolean };

/** Search by GET, parameter `q`; works without script. `label` names the field and stands in it while it is empty. */
export function SearchForm({ action, label, submitLabel, query, isLarge = false }: Props) {
  return (
    <search>
      <form className={isLarge ? 'search search-large' : 'search'} action={action} method="get">
        <input
          className="input"
          type="search"
          name="q"
          aria-label={label}
          placeholder={label}
          defaultValue={query}
          autoComplete="off"
        />
        <button type="submit" aria-label={submitLabel}>
          <Icon name="search" />
        </button>
      </form>
    </search>
  );
}
