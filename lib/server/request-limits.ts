/** A form of ours is some hundred octets; this leaves room for long notes in every script. */
export const MAX_BODY_OCTETS = 65_536;

const FORMS = ['multipart/form-data', 'application/x-www-form-urlencoded'];

/** Whether a body of that type is what browsers send for a form. */
export function isFormType(contentType: string): boolean {
  return FORMS.some((form) => contentType.startsWith(form));
}
