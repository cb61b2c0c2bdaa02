export const FAULT_CODES = [
  'anchor-dead',
  'front-matter',
  'glossary',
  'guide-unknown',
  'heading-id',
  'heading-text',
  'label-arguments',
  'label-literal',
  'label-undeclared',
  'label-unknown',
  'link-dead',
  'literal-number',
  'markup',
  'part-extra',
  'part-missing',
  'part-order',
  'placeholder-unknown',
  'raw-html',
  'region-unknown',
  'source-missing',
  'term-unknown',
  'ui-arguments',
  'ui-extra',
  'ui-missing',
  'ui-syntax',
  'word-forbidden',
] as const;

export type FaultCode = (typeof FAULT_CODES)[number];

/** One thing that keeps the texts from building. `line` counts from 1. */
export type Fault = {
  readonly file: string;
  readonly line: number;
  readonly code: FaultCode;
  readonly message: string;
};

export function formatFault(fault: Fault): string {
  return `${fault.file}:${fault.line}: ${fault.code}: ${fault.message}`;
}
