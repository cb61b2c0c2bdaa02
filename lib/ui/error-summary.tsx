/** Stands first in a form that came back: what to mend, each line linked to its field. Nothing when there are no errors. */
export function ErrorSummary({
  title,
  errors,
}: {
  title: string;
  errors: readonly { fieldId?: string; text: string }[];
}) {
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1}>
      <h2>{title}</h2>
      <ul className="error-list">
        {errors.map(({ fieldId, text }) => (
          <li key={`${fieldId ?? ''}:${text}`}>{fieldId ? <a href={`#${fieldId}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  );
}
