import tseslint from 'typescript-eslint';

const everySwitchIsComplete = {
  selector: 'SwitchCase[test=null]',
  message: 'A switch over a union has no default, so that a new case is a compile error.',
};

const everythingFetchedHasItsSession = {
  selector: 'MemberExpression[object.name="release"][property.name=/^items?$/]',
  message: 'What is fetched comes through state/fetched.ts, which drops what another session asked for.',
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'eslint.config.js', 'scripts/**'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: 'Nothing that could hold content is kept on the device.' },
        { name: 'sessionStorage', message: 'Nothing that could hold content is kept on the device.' },
      ],
      'no-restricted-syntax': ['error', everySwitchIsComplete, everythingFetchedHasItsSession],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '/channelItems\\.ts$',
              importNames: ['keep'],
              message: 'What is fetched comes through state/fetched.ts, which drops what another session asked for.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.tsx'],
    ignores: ['src/**/*.test.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        everySwitchIsComplete,
        everythingFetchedHasItsSession,
        { selector: 'JSXText[value=/\\p{L}/u]', message: 'Words come from the message catalogue (src/i18n).' },
        {
          selector: 'JSXAttribute[name.name=/^(aria-label|placeholder|title|alt)$/] > Literal',
          message: 'Words come from the message catalogue (src/i18n).',
        },
        {
          selector: 'JSXAttribute[name.name="style"]',
          message: 'Styles live in src/styles; the page allows no inline style.',
        },
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Text is text.' },
      ],
    },
  },
);
