const WORDS = 'the number of licenses is changed for the rest of the period and for every later one ';

/** Four elements at a time, with classes as a page has them, and as many letters of text in all as asked for. */
export function Filler({ elements, letters }: { elements: number; letters: number }) {
  const groups = Math.max(1, Math.round(elements / 4));
  const each = Math.floor(letters / groups);
  const text = WORDS.repeat(Math.ceil(each / WORDS.length)).slice(0, each);
  return Array.from({ length: groups }, (_, index) => `group-${index}`).map((id) => (
    <section key={id} aria-labelledby={id}>
      <h2 id={id} className="title">
        {id}
      </h2>
      <p className="text">
        <span lang="en">{text}</span>
      </p>
    </section>
  ));
}
