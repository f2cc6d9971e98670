/**
 * Bundles the cloud functions: `dist/cloudfunctions/<fn>/{index.js,package.json,config.json}`, one file each with the
 * unmodified SDK inside, so that a deployment installs nothing and the local cloud runs exactly what is deployed.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { FUNCTIONS, INVOKE_RULES, type FunctionDeclaration } from '../cloudfunctions/deploy';
import { parseTimer } from '../devtools/local-cloud/functions/cron';

const root = path.resolve(__dirname, '..');
const outputRoot = path.join(root, 'dist/cloudfunctions');

const declarations: readonly FunctionDeclaration[] = FUNCTIONS;

const writeJson = (file: string, value: unknown): void => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);

/** `config.json` as WeChat's deployment reads it: what the function may call and its timer; throws for a timer WeChat would not take. */
function configOf({ name, openapi, timer }: FunctionDeclaration): object {
  const permissions = { openapi };
  if (timer === undefined) return { permissions };
  parseTimer(name, timer);
  return { permissions, triggers: [{ name: timer.name, type: 'timer', config: timer.cron }] };
}

/** WeChat's console takes an import of this file under 云函数 → 权限设置; the local cloud obeys the declaration itself. */
const writeInvokeRules = (): void => writeJson(path.join(outputRoot, 'invoke-rules.json'), INVOKE_RULES);

function writeManifest(declaration: FunctionDeclaration, version: string): void {
  const folder = path.join(outputRoot, declaration.name);
  // Dependencies are bundled, so there is nothing for the cloud to install.
  writeJson(path.join(folder, 'package.json'), { name: declaration.name, version, private: true, main: 'index.js' });
  writeJson(path.join(folder, 'config.json'), configOf(declaration));
}

/** The program's version, so that a deployed function says which one it is. */
function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined;
  if (typeof version !== 'string') throw new Error('package.json names no version');
  return version;
}

/**
 * Builds every declared function. Files are written over the old ones, so a running local cloud never finds one missing.
 * @returns the folder of the built functions.
 * @throws esbuild's failure, its `errors` naming file and line, when a source does not compile.
 */
export async function buildFunctions(): Promise<string> {
  await build({
    entryPoints: declarations.map(({ name }) => ({ in: path.join(root, `cloudfunctions/${name}/index.ts`), out: `${name}/index` })),
    outdir: outputRoot,
    tsconfig: path.join(root, 'tsconfig.json'),
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    // Blanks go, names stay: less to read at a cold start, and a stack trace in the cloud's log still names real functions.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const version = readVersion();
  for (const declaration of declarations) writeManifest(declaration, version);
  writeInvokeRules();
  return outputRoot;
}

async function main(): Promise<void> {
  const startedAtMs = Date.now();
  if (process.argv.includes('--clean')) rmSync(outputRoot, { recursive: true, force: true });
  mkdirSync(outputRoot, { recursive: true });
  await buildFunctions();
  process.stdout.write(`built dist/cloudfunctions in ${((Date.now() - startedAtMs) / 1000).toFixed(1)} s\n`);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nbuild of the cloud functions failed\n`);
    process.exitCode = 1;
  });
}
