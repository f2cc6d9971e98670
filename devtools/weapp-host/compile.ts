import fs from 'node:fs';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { AppConfig, PageConfig, ScriptFiles, SubPackage, WeappPackage } from './src/weapp-package';
import { compileWxss } from './wxss';

/** The built mini-program in two parts: what opens at once, and the scripts of each sub-package by its root. */
export interface CompiledWeapp {
  main: WeappPackage
  subPackageScripts: Record<string, ScriptFiles>
}

function listFiles(dist: string): string[] {
  return fs
    .readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => fs.statSync(path.join(dist, name)).isFile())
    .sort();
}

function readSubPackages(app: AppConfig): SubPackage[] {
  return (app.subPackages ?? app.subpackages ?? []).map((declared) => {
    const root = declared.root.replace(/^\/+|\/+$/g, '');
    return { root, pages: declared.pages.map((page) => `${root}/${page}`), independent: declared.independent === true };
  });
}

interface TemplateWarning {
  message?: string
  level?: number
  startLine?: number
}

function describeWarning(file: string, warning: TemplateWarning): string {
  const line = warning.startLine === undefined ? '' : `:${warning.startLine + 1}`;
  return `${file}${line}: ${warning.message ?? JSON.stringify(warning)}`;
}

/**
 * Reads a built mini-program (the very files WeChat loads) and compiles its templates with WeChat's own compiler and its style
 * sheets to CSS. Throws when `dist` has no app.json.
 */
export function compileWeapp(dist: string): CompiledWeapp {
  if (!fs.existsSync(path.join(dist, 'app.json'))) {
    throw new Error(`${dist} holds no app.json: build the mini-program first (npm run build:weapp)`);
  }
  const read = (file: string): string => fs.readFileSync(path.join(dist, file), 'utf8');
  const app = JSON.parse(read('app.json')) as AppConfig;
  const subPackages = readSubPackages(app);
  const main: WeappPackage = { app, subPackages, configs: {}, styles: {}, templates: '', scripts: {}, warnings: [] };
  const subPackageScripts: Record<string, ScriptFiles> = Object.fromEntries(subPackages.map(({ root }) => [root, {}]));
  const group = new TmplGroup();
  for (const file of listFiles(dist)) {
    const extension = path.extname(file);
    const base = file.slice(0, file.length - extension.length);
    if (extension === '.js') {
      const owner = subPackages.find(({ root }) => file.startsWith(`${root}/`));
      const scripts = owner ? subPackageScripts[owner.root] : main.scripts;
      if (scripts) scripts[file] = read(file);
    } else if (extension === '.json' && base !== 'app') main.configs[base] = JSON.parse(read(file)) as PageConfig;
    else if (extension === '.wxss') main.styles[base] = compileWxss(path.join(dist, file), dist, main.warnings);
    else if (extension === '.wxs') group.addScript(base, read(file));
    else if (extension === '.wxml') {
      const warnings = group.addTmpl(base, read(file)) as TemplateWarning[] | undefined;
      for (const warning of warnings ?? []) main.warnings.push(describeWarning(file, warning));
    }
  }
  main.templates = group.getTmplGenObjectGroups();
  group.free();
  return { main, subPackageScripts };
}
