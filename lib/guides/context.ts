import { CURRENT_POLICY, type Policy } from '@/lib/domain/policies';
import type { Locale } from '@/lib/i18n/locales';
import { messagesRoot } from './files';
import { findTerm, type Glossary, readGlossary } from './glossary';
import type { ReaderRegion, TextContext } from './tree';
import { findLabelText, flattenUi, readUiTree, type UiTree } from './ui-messages';
import { createMessages, createValues, formatRegions } from './values';

export type TextContextOptions = {
  /** The language of the text: that of the part (`part.lang`), which may be a fallback. */
  readonly lang: Locale;
  /** The language of the page around it. */
  readonly readerLocale: Locale;
  /** null for a reader whose organization is not known. */
  readonly region: ReaderRegion | null;
  readonly policy?: Policy;
  readonly root?: string;
};

type Words = Omit<TextContext, 'values' | 'region'>;

const trees = new Map<string, UiTree>();
const glossaries = new Map<string, Glossary>();
const wordings = new Map<string, Words>();
const printers = new WeakMap<Policy, Map<string, TextContext['values']>>();

/** Files are read, and what they say is worked out, once in the life of a process. */
function keep<Value>(kept: Map<string, Value>, key: string, make: () => Value): Value {
  const value = kept.get(key) ?? make();
  kept.set(key, value);
  return value;
}

/** Labels, values, terms and callout titles for one text and one reader. Throws for a name that is not there. */
export function createTextContext({
  lang,
  readerLocale,
  region,
  policy = CURRENT_POLICY,
  root = messagesRoot(),
}: TextContextOptions): TextContext {
  const words = keep(wordings, [root, lang, readerLocale].join('\n'), () => createWords(root, lang, readerLocale));
  const ofPolicy = printers.get(policy) ?? new Map<string, TextContext['values']>();
  printers.set(policy, ofPolicy);
  const values = keep(ofPolicy, `${root}\n${lang}`, () => once(createValues(lang, treeOf(root, lang), policy)));
  return { ...words, values, region };
}

function createWords(root: string, lang: Locale, readerLocale: Locale): Words {
  const [tree, readerTree] = [treeOf(root, lang), treeOf(root, readerLocale)];
  const say = createMessages(readerLocale, readerTree);
  const sayInText = createMessages(lang, tree);
  const glossary = keep(glossaries, root, () => readGlossary(root));
  return {
    lang,
    labels: createLabels(tree),
    ...(lang === readerLocale ? {} : { readerLabels: createLabels(readerTree) }),
    terms: (name, form) => demand(findTerm(glossary, lang, name, form), `term ${name} ${form ?? ''}`),
    callouts: once((kind) => sayInText(`callouts.${kind}`)),
    onlyFor: (regions) => say('guide.onlyFor', { regions: formatRegions(readerLocale, readerTree, regions) }),
  };
}

function createLabels(tree: UiTree): (name: string) => string {
  const messages = flattenUi(tree);
  return once((name) => demand(findLabelText(messages, name), `label ${name}`));
}

function treeOf(root: string, locale: Locale): UiTree {
  return keep(trees, `${root}\n${locale}`, () => readUiTree(root, locale));
}

function once<Name extends string>(print: (name: Name) => string): (name: Name) => string {
  const printed = new Map<string, string>();
  return (name) => keep(printed, name, () => print(name));
}

function demand(text: string | undefined, what: string): string {
  if (text === undefined) throw new Error(`There is no ${what.trim()}`);
  return text;
}
