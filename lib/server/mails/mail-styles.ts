import type { CSSProperties } from 'react';

// Mail programs know neither custom properties nor oklch: the tokens of app/styles.css, written out.
const LIGHT = {
  paper: '#fcfaf6',
  slip: '#ffffff',
  ink: '#182029',
  quiet: '#505963',
  hairline: '#dddbd3',
  spruce: '#11594e',
  onSpruce: '#fcfcfc',
};
const DARK = {
  paper: '#15191d',
  slip: '#1d2227',
  ink: '#eae8e0',
  quiet: '#aab2ba',
  hairline: '#353b42',
  spruce: '#6bc4b3',
  onSpruce: '#0b1916',
};

const SANS = "'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif";
const SERIF = "'Source Serif 4', Georgia, 'Times New Roman', serif";

const text: CSSProperties = {
  color: LIGHT.ink,
  fontFamily: SANS,
  fontSize: '17px',
  lineHeight: '27px',
  margin: '0 0 12px',
  // A long address would widen the whole table.
  wordBreak: 'break-word',
};
const fact: CSSProperties = {
  ...text,
  margin: 0,
  padding: '8px 0',
  borderTop: `1px solid ${LIGHT.hairline}`,
  fontSize: '16px',
  lineHeight: '24px',
  verticalAlign: 'top',
};

export const STYLES = {
  body: { backgroundColor: LIGHT.paper, margin: 0, padding: '24px 12px 32px', fontFamily: SANS },
  page: { maxWidth: '592px', width: '100%' },
  wordmark: {
    color: LIGHT.spruce,
    fontFamily: SERIF,
    fontSize: '22px',
    fontWeight: 600,
    lineHeight: '28px',
    margin: '0 0 16px',
    padding: '0 4px',
  },
  slip: {
    backgroundColor: LIGHT.slip,
    border: `1px solid ${LIGHT.hairline}`,
    borderLeft: `3px solid ${LIGHT.spruce}`,
    borderRadius: '6px',
    padding: '28px 28px 20px',
  },
  title: {
    color: LIGHT.ink,
    fontFamily: SERIF,
    fontSize: '25px',
    fontWeight: 600,
    lineHeight: '32px',
    margin: '0 0 16px',
    wordBreak: 'break-word',
    textWrap: 'pretty',
  },
  text,
  remark: { ...text, color: LIGHT.quiet, fontSize: '15px', lineHeight: '23px' },
  facts: { margin: '20px 0 16px', borderBottom: `1px solid ${LIGHT.hairline}` },
  factName: { ...fact, color: LIGHT.quiet, width: '38%', paddingRight: '16px' },
  fact: { ...fact, fontVariantNumeric: 'tabular-nums' },
  detail: { display: 'block', color: LIGHT.quiet, fontSize: '15px', lineHeight: '22px' },
  actions: { margin: '20px 0 14px' },
  button: {
    backgroundColor: LIGHT.spruce,
    borderRadius: '6px',
    color: LIGHT.onSpruce,
    fontFamily: SANS,
    fontSize: '17px',
    fontWeight: 600,
    lineHeight: '24px',
    padding: '12px 20px',
  },
  foot: { ...text, color: LIGHT.quiet, fontSize: '14px', lineHeight: '21px', margin: '16px 0 0', padding: '0 4px' },
  link: { color: LIGHT.quiet, textDecoration: 'underline' },
} as const satisfies Record<string, CSSProperties>;

/** What stands in place wins over a style sheet, so the dark one insists. */
export const DARK_STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 440px) {
  .slip { padding: 20px 18px 12px !important; }
  .fact { display: block !important; width: auto !important; padding-right: 0 !important; }
  .fact + .fact { border-top: 0 !important; padding-top: 0 !important; }
  .fact:first-child { padding-bottom: 0 !important; }
}
@media (prefers-color-scheme: dark) {
  .paper, .paper > table > tbody > tr > td { background-color: ${DARK.paper} !important; }
  .slip { background-color: ${DARK.slip} !important; border-color: ${DARK.hairline} !important; border-left-color: ${DARK.spruce} !important; }
  .ink { color: ${DARK.ink} !important; }
  .quiet { color: ${DARK.quiet} !important; }
  .mark { color: ${DARK.spruce} !important; }
  .line { border-color: ${DARK.hairline} !important; }
  .button { background-color: ${DARK.spruce} !important; color: ${DARK.onSpruce} !important; }
}`;
