// Stands here for the same reason as instrumentation.ts.
const config = { plugins: {} };

export default config;
