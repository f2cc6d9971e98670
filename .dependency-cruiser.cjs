/**
 * Which way code may look (DESIGN.md section 2). `npm run lint` fails when a layer is crossed;
 * tests/architecture proves that it does by crossing each one.
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-circular', 'Two files that need each other are one idea in two files.', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    forbid('app-not-server', 'The mini-program knows the contract, never the functions.', { path: '^src/' }, { path: '^(cloudfunctions|devtools|tests|bench)/' }),
    forbid('server-not-app', 'The functions never know the mini-program.', { path: '^cloudfunctions/' }, { path: '^(src|devtools|tests|bench)/' }),
    forbid('contract-knows-nobody', 'The contract stands alone.', { path: '^types/' }, { path: '^(src|cloudfunctions|devtools|tests|bench)/' }),
    forbid('features-apart', 'Features never import each other; what two need goes to components or lib.', { path: '^src/features/([^/]+)/' }, { path: '^src/features/([^/]+)/', pathNot: '^src/features/$1/' }),
    forbid('components-plain', 'Presentational parts know no feature and make no call.', { path: '^src/(components|drawings)/' }, { path: '^src/(features|pages|packages)/|^src/lib/(call-api|use-api|upload)' }),
    forbid('lib-below', 'lib stands below features and pages.', { path: '^src/lib/' }, { path: '^src/(features|pages|packages)/' }),
    forbid('features-below-pages', 'Features never import pages.', { path: '^src/features/' }, { path: '^src/(pages|packages)/' }),
    forbid('sdk-only-in-platform', 'The adapters of core/platform are the only importers of the SDK.', { path: '^cloudfunctions/', pathNot: '^cloudfunctions/core/platform/' }, { path: 'wx-server-sdk' }),
    forbid('kernel-pure', 'The kernel knows no area, no platform.', { path: '^cloudfunctions/core/kernel/' }, { path: '^cloudfunctions/core/(?!kernel/|rules)' }),
    forbid('domain-pure', 'Decisions are pure: no store, no SDK. Only shells (use cases, repositories, writers, routes, due handlers) reach the platform.', { path: '^cloudfunctions/core/(?!platform/|kernel/|jobs/|effect/)[^/]+/[^/.]+\\.ts$' }, { path: '^cloudfunctions/core/platform/', dependencyTypesNot: ['type-only'] }),
    forbid('platform-below', 'Adapters know no area but the member that the router identifies; and the tables of rules and messages.', { path: '^cloudfunctions/core/platform/' }, { path: '^cloudfunctions/core/(?!platform/|kernel/|member/|rules|message-table)', dependencyTypesNot: ['type-only'] }),
    // The two of lib are put in by the build (config/index.ts); the fixture is a mini-program of its own.
    // RULES.md section 2: three lanes, never mixed. What moves money stands below the two that take any; lane A takes none.
    forbid('linked-takes-no-money', 'A linked campaign leads to its platform; nothing here can pay for it.', { path: '^(cloudfunctions/core|src/features|src/packages)/linked/|^types/contract/linked\\.' }, { path: '^cloudfunctions/core/(contribution|spending|ledger|pledge|match-budget|fund|reconciliation)/|^cloudfunctions/core/platform/pay|^src/lib/pay|^types/contract/(contribution|spending|ledger|reconciliation)' }),
    forbid('lanes-apart', 'Code of one lane never runs for another.', { path: '^(?:cloudfunctions/core|src/features)/(linked|mutual|directed)/' }, { path: '^(?:cloudfunctions/core|src/features)/(linked|mutual|directed)/', pathNot: '/$1/' }),
    forbid('lane-contracts-apart', 'The three contracts share nothing.', { path: '^types/contract/(linked|mutual|directed)[.-]' }, { path: '^types/contract/(linked|mutual|directed)[.-]', pathNot: '^types/contract/$1[.-]' }),
    forbid('no-orphans', 'A module nobody uses is dead.', { orphan: true, pathNot: '\\.(test|config|d)\\.tsx?$|index\\.tsx?$|^src/app|\\.h5\\.ts$|^src/lib/(global-object|abort-controller)\\.ts$|^devtools/weapp-host/fixture/|^tests/longest-first\\.mjs$' }, {}),
    forbid('no-dev-dependencies', 'What is deployed needs no development package.', { path: '^(src|cloudfunctions|types)/', pathNot: '\\.test\\.tsx?$' }, { dependencyTypes: ['npm-dev'] }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.h5.ts', '.js', '.d.ts'] },
  },
};
