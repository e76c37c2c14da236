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
    environment: 'happy-dom',
    include: ['src/**/*.test.ts', 'tests/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    setupFiles: ['tests/components/patience.ts'],
    testTimeout: 60_000,
    maxConcurrency: 2, // pages of a browser at once, on a machine of two cores: more of them wait for each other only
    server: { deps: { inline: ['mgrs'] } }, // its entry for Node has no names that an import can find
  },
});
