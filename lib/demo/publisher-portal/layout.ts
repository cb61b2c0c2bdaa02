import { type Html, html } from '@/lib/demo/html';
import { PORTALS } from './publishers';
import type { Visit } from './visit';
import { fill } from './words';

type Frame = {
  readonly title: string;
  /** Where the reader came from, and goes back to. */
  readonly back: string;
  readonly body: Html;
};

/** The page around everything. No script, and nothing from anywhere else. */
export function frame({ publisher, language, words, session }: Visit, { title, back, body }: Frame): Html {
  const { name } = PORTALS[publisher];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${name}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body class="${publisher}">
<header><div>
<strong>${name}</strong>
${session ? html`<span>${fill(words.signedInAs, { account: session.account })}</span>` : undefined}
<a href="${back}">${words.back}</a>
</div></header>
<main>
${body}
</main>
<footer><div>${words.sample}</div></footer>
</body>
</html>
`;
}
