import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

/** The SDK stores a wrong value for these (WIRE.md 1.4): a server date is only right as a plain field. */
const SDK_TRAPS = [
  { selector: "CallExpression[callee.property.name='set'] CallExpression[callee.property.name='serverDate']", message: 'command.set() does not encode server dates: a wrong value would be stored. Store ms numbers.' },
  { selector: "CallExpression[callee.property.name='push'] CallExpression[callee.property.name='serverDate']", message: 'command.push() does not encode server dates: a wrong value would be stored. Store ms numbers.' },
  { selector: "CallExpression[callee.property.name='addToSet'] Property[key.name='each']", message: 'addToSet({each}) stores the object itself; write {$each: […]}.' },
];

const TIME_AND_CHANCE = [
  { object: 'Date', property: 'now', message: 'The one clock is core/kernel/clock.ts; take nowMs as a parameter.' },
  { object: 'Math', property: 'random', message: 'Chance comes in as a parameter, or from core/kernel/ids.ts.' },
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', 'coverage/', '.cache/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      semi: ['error', 'always'],
      'no-restricted-syntax': ['error', ...SDK_TRAPS],
    },
  },
  { files: ['cloudfunctions/**/*.ts', 'types/**/*.ts'], ignores: ['**/*.test.ts', 'cloudfunctions/core/kernel/clock.ts', 'cloudfunctions/core/platform/store.ts'], rules: { 'no-restricted-properties': ['error', ...TIME_AND_CHANCE] } },
  // A suite is one function that holds many; its tests are what must be short.
  { files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts'], rules: { 'max-lines-per-function': ['error', { max: 200, skipBlankLines: true, skipComments: true }] } },
);
