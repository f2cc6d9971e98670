/**
 * Loads a bundle as `require` would, with V8's compiled code of an earlier load of the same text: a third less work for
 * each start, and a start is what most of a test that kills instances costs. Plain JavaScript, as the worker is.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

const CACHE_FOLDER = fileURLToPath(new URL('../../../node_modules/.cache/local-cloud/', import.meta.url));
/** Compiled code is kept once the module's own functions have run, so that theirs is in it. */
const KEEP_AFTER_MS = 200;

/** Which build the code was compiled from; V8 itself compares nothing but the length of the text. */
const STAMP_BYTES = 16;
const stampOf = ({ mtimeMs, size }) => Buffer.from(Float64Array.of(mtimeMs, size).buffer);

const cacheFileOf = (bundlePath) => join(CACHE_FOLDER, createHash('sha256').update(JSON.stringify([process.version, process.execArgv, bundlePath])).digest('hex'));

/** Undefined when there is none, or one of another build. */
function readCode(file, stamp) {
  try {
    const kept = readFileSync(file);
    return kept.subarray(0, STAMP_BYTES).equals(stamp) ? kept.subarray(STAMP_BYTES) : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all, whoever else writes the same or ends this process meanwhile; without it the next start is slower. */
function keepCode(file, stamp, script) {
  try {
    mkdirSync(CACHE_FOLDER, { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, Buffer.concat([stamp, script.createCachedData()]));
    renameSync(unfinished, file);
  } catch {
    // A read-only checkout has no cache.
  }
}

/** @throws what the bundle's own code throws, and SyntaxError. */
export function loadBundle(bundlePath) {
  const stamp = stampOf(statSync(bundlePath));
  const file = cacheFileOf(bundlePath);
  const [head, foot] = Module.wrapper;
  const script = new vm.Script(`${head}${readFileSync(bundlePath, 'utf8')}${foot}`, {
    filename: bundlePath,
    columnOffset: -head.length,
    cachedData: readCode(file, stamp),
    importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = new Module(bundlePath);
  module.filename = bundlePath;
  script.runInThisContext().call(module.exports, module.exports, createRequire(bundlePath), module, bundlePath, dirname(bundlePath));
  if (script.cachedDataRejected !== false) setTimeout(() => keepCode(file, stamp, script), KEEP_AFTER_MS).unref();
  return module.exports;
}
