/**
 * `npm run deployment`: what a new cloud environment needs, from the same declarations the local cloud obeys —
 * collections, indexes and rules to create, functions with their memory, timeout and environment. `--json` for tools.
 */
import { COLLECTIONS, SECURITY_RULE, type CollectionDeclaration } from '../cloudfunctions/database';
import { FUNCTIONS, INVOKE_RULES, type FunctionDeclaration } from '../cloudfunctions/deploy';

const collections: readonly CollectionDeclaration[] = COLLECTIONS;
const functions: readonly FunctionDeclaration[] = FUNCTIONS;

const printText = (): void => {
  const lines: string[] = ['Collections (security rule of each: ' + JSON.stringify(SECURITY_RULE) + ')'];
  for (const collection of collections) {
    lines.push(`  ${collection.name}: ${collection.purpose}`);
    for (const index of collection.indexes) {
      lines.push(`    index ${index.name}${index.unique ? ' (unique)' : ''}: ${index.keys.map(([field, direction]) => `${field} ${direction === 1 ? '↑' : '↓'}`).join(', ')}`);
    }
  }
  lines.push('Functions (invoke rules: ' + JSON.stringify(INVOKE_RULES) + ')');
  for (const declaration of functions) {
    lines.push(`  ${declaration.name}: ${declaration.memoryMegabytes} MB, ${declaration.timeoutSeconds} s${declaration.timer ? `, timer ${declaration.timer.cron}` : ''}`);
    for (const entry of declaration.environment) lines.push(`    ${entry.key}${entry.secret ? ' (secret)' : ''}: ${entry.purpose}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
};

if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ collections, securityRule: SECURITY_RULE, functions, invokeRules: INVOKE_RULES }, null, 2)}\n`);
else printText();
