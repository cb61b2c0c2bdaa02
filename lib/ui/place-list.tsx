type Place = { readonly name: string; readonly detail?: string };

/** Names in columns; one with a detail takes the whole width. */
export function PlaceList({ places }: { places: readonly Place[] }) {
  return (
    <ul className="places">
      {places.map(({ name, detail }) => (
        <li key={name} className={detail ? 'wide' : undefined}>
          {name}
          {detail ? <p className="note quiet">{detail}</p> : null}
        </li>
      ))}
    </ul>
  );
}
