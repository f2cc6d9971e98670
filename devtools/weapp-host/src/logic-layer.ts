import { describeError, type WeappHandle } from './handle';
import { HIDDEN_GLOBALS } from './logic-globals';
import type { ScriptFiles } from './weapp-package';

type Exports = Record<string, unknown>

/** The globals WeChat gives a program; how Page, Component and Behavior register depends on the file being run. */
export interface LogicGlobals {
  wx: object
  App(definition: object): void
  getApp(): unknown
  getCurrentPages(): unknown[]
  Page(definition: object): void
  Component(definition: object): void
  Behavior(definition: object): unknown
}

function resolvePath(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}

const LEVELS = ['log', 'info', 'warn', 'error', 'debug', 'group', 'groupCollapsed', 'groupEnd', 'time', 'timeEnd', 'trace', 'assert', 'table'] as const;

function recordingConsole(handle: WeappHandle): Record<string, (...args: unknown[]) => void> {
  const show = (value: unknown): string => {
    if (typeof value === 'string') return value;
    try {
      return value instanceof Error ? describeError(value) : (JSON.stringify(value) ?? String(value));
    } catch {
      return String(value);
    }
  };
  const write = (level: (typeof LEVELS)[number]) => (...args: unknown[]): void => {
    handle.logs.push({ level, text: args.map(show).join(' ') });
    console[level](...(args as []));
  };
  return Object.fromEntries(LEVELS.map((level) => [level, write(level)]));
}

/** Runs the program's scripts as CommonJS modules that see WeChat's globals and no others. */
export class LogicLayer {
  private readonly modules = new Map<string, { exports: Exports }>();
  private readonly scripts: ScriptFiles = {};
  private readonly names: string[];
  private readonly values: unknown[];
  /** Path, without extension, of the page or component file being run; Page() and Component() register under it. */
  current = '';

  constructor(globals: LogicGlobals, handle: WeappHandle) {
    const visible: Record<string, unknown> = { ...globals, console: recordingConsole(handle) };
    this.names = [...Object.keys(visible), ...HIDDEN_GLOBALS];
    this.values = Object.values(visible);
  }

  addScripts(scripts: ScriptFiles): void {
    Object.assign(this.scripts, scripts);
  }

  has(file: string): boolean {
    return file in this.scripts;
  }

  /** Runs the script of a page or component once; `path` is without extension. */
  runFile(path: string): void {
    const before = this.current;
    this.current = path;
    try {
      this.load(`${path}.js`);
    } finally {
      this.current = before;
    }
  }

  private require(from: string, target: string): Exports {
    const path = resolvePath(from, target);
    const file = [path, `${path}.js`, `${path}/index.js`].find((candidate) => candidate in this.scripts);
    if (!file) throw new Error(`module '${target}' is not defined, require args is '${target}' (from ${from}; its package may not be loaded)`);
    return this.load(file);
  }

  private load(file: string): Exports {
    const known = this.modules.get(file);
    if (known) return known.exports;
    const source = this.scripts[file];
    if (source === undefined) throw new Error(`script ${file} is not in the loaded packages`);
    const module = { exports: {} as Exports };
    this.modules.set(file, module);
    const run = new Function('require', 'module', 'exports', ...this.names, `${source}\n//# sourceURL=weapp://${file}`);
    run((target: string) => this.require(file, target), module, module.exports, ...this.values);
    return module.exports;
  }
}
