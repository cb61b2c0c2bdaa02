import { type Html, html } from '@/lib/demo/html';
import { LANGUAGES, type Language, wordsIn } from './words';

type Frame = { readonly language: Language; readonly title: string; readonly body: Html };

/** The page around everything. No script, and nothing from anywhere else. */
export function frame({ language, title, body }: Frame): Html {
  const words = wordsIn(language);
  const others = LANGUAGES.filter((other) => other !== language);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${words.brand}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header>
<p class="brand">${words.brand}</p>
<nav>${others.map((other) => html`<a href="?lang=${other}" lang="${other}" hreflang="${other}">${wordsIn(other).language}</a>`)}</nav>
</header>
<p class="sandbox">${words.sandbox}</p>
<main>
${body}
</main>
</body>
</html>
`;
}
