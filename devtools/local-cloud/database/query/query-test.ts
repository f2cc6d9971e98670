/** The old name of compile-query.ts, for callers that have not moved yet. */
export { compileTest } from './compile-query';
