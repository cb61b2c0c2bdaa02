/** Where the page stands. The last entry may lack an `href`: the page itself or a group without a page. */
export function Breadcrumb({ label, trail }: { label: string; trail: readonly { href?: string; label: string }[] }) {
  return (
    <nav className="breadcrumb" aria-label={label}>
      <ol>
        {trail.map((place) => (
          <li key={place.label}>
            {place.href ? <a href={place.href}>{place.label}</a> : <span className="quiet">{place.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
