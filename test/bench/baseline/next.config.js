// The folder lies inside the project, whose packages it uses; without a root Next would guess one.
const root = process.env.BENCH_ROOT;

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  turbopack: { root },
  outputFileTracingRoot: root,
  typescript: { ignoreBuildErrors: true },
};

export default config;
