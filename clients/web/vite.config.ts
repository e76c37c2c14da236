import { defineConfig } from 'vitest/config';

// Where `npm run dev` finds the services; the shipped client always talks to its own origin.
const services = process.env['CONTACTGROUP_URL'] ?? 'http://127.0.0.1:5080';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // a data: URL would need a hole in the content security policy
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // What the first load has anyhow stays one file, whatever of it comes on demand uses: in parts it is larger.
        codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] },
      },
    },
  },
  server: {
    proxy: {
      '/api': services,
      '/hubs': { target: services, ws: true },
    },
  },
  test: {
    restoreMocks: true,
    testTimeout: 60_000,
    maxConcurrency: 2, // pages of a browser at once, on a machine of two cores: more of them wait for each other only
    server: { deps: { inline: ['mgrs'] } }, // its entry for Node has no names that an import can find
    projects: [
      {
        // Nothing here keeps anything between tests, so that they need neither a document nor a world of their own each.
        extends: true,
        test: {
          name: 'logic',
          environment: 'node',
          isolate: false,
          include: ['src/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          environment: 'happy-dom',
          isolate: false,
          include: ['tests/components/**/*.test.tsx'],
          setupFiles: ['tests/components/alone.ts'],
        },
      },
      {
        // These put something in the place of a module, which others must not meet.
        extends: true,
        test: {
          name: 'live',
          environment: 'happy-dom',
          include: ['tests/live/**/*.test.tsx'],
          setupFiles: ['tests/components/alone.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
        },
      },
    ],
  },
});
