import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  experimental: { createMessagesDeclaration: './messages/en-US/ui.json' },
});

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Title and icon stand in the head for everybody, not only for crawlers: without scripts they would not come later.
  htmlLimitedBots: /./,
  // lib/server/route.ts leads there in one hop, whatever else it has to mend.
  skipTrailingSlashRedirect: true,
  images: { unoptimized: true },
  // The seam by which next-intl itself exchanges it for one that takes compiled messages.
  turbopack: { resolveAlias: { 'use-intl/format-message': './lib/i18n/format-message.ts' } },
  // Mail is drawn by react-dom/server, which Next keeps out of what it bundles for server components.
  serverExternalPackages: [
    '@libsql/client',
    'libsql',
    '@react-email/components',
    '@react-email/render',
    '@react-pdf/renderer',
  ],
  outputFileTracingIncludes: { '/**': ['./messages/**', './db/migrations/**'] },
  typescript: { ignoreBuildErrors: true },
};

export default withNextIntl(config);
