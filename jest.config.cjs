/** One project a lane (CONTRIBUTING.md tells which is for what). */
const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|j|mj)sx?$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', transform: { react: { runtime: 'automatic' } } }, module: { type: 'commonjs' } }],
  },
  // These ship as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(mingo|uqr|@sparticuz)/)'],
  moduleNameMapper: {
    '^@contract$': '<rootDir>/types/contract/index.ts',
    '^@contract/(.*)$': '<rootDir>/types/contract/$1',
    '^@/(.*)$': '<rootDir>/src/$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};

const project = (displayName, testMatch) => ({ ...common, displayName, testMatch: testMatch.map((glob) => `<rootDir>/${glob}`) });

module.exports = {
  testSequencer: '<rootDir>/tests/longest-first.mjs',
  testTimeout: 180_000,
  projects: [
    project('unit', ['{src,cloudfunctions,types,devtools,config}/**/*.test.{ts,tsx}']),
    project('architecture', ['tests/architecture/**/*.test.ts']),
    project('conformance', ['tests/conformance/**/*.test.ts']),
    // The files of conformance, flows and e2e in a few processes instead of one each: what `npm test` runs.
    project('together', ['tests/together/**/*.test.ts']),
    project('flows', ['tests/flows/**/*.test.ts', 'tests/properties/**/*.test.ts']),
    project('built', ['tests/built/**/*.test.ts']),
    project('e2e', ['tests/e2e/**/*.test.ts']),
  ],
};
