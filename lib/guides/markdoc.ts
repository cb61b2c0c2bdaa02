import Markdoc from '@markdoc/markdoc';

/** Node reads the package as CommonJS, where only its default export can be imported; bundlers would allow both. */
export const { parse, renderers, Tag, Tokenizer, transform, validate } = Markdoc;
