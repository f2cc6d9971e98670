import fs from 'node:fs';
import path from 'node:path';
import postcss from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { BUILT_IN_TAGS } from './src/tags';
import { convertUnits } from './src/units';

const TAGS = new Set(BUILT_IN_TAGS);

/** Chinese faces before the generic family, so that text renders on a machine without system Chinese fonts. */
const CHINESE_FACES = '"Noto Sans CJK SC", "Noto Sans SC"';

const prefixTags = selectorParser((root) => {
  root.walkTags((tag) => {
    if (tag.value === 'page') tag.value = 'wx-page';
    else if (TAGS.has(tag.value)) tag.value = `wx-${tag.value}`;
  });
});

function importedPath(params: string, file: string, root: string): string {
  const target = params.replace(/^url\(|\)$/g, '').replace(/['"]/g, '').trim();
  return target.startsWith('/') ? path.join(root, target) : path.resolve(path.dirname(file), target);
}

function isInsideKeyframes(rule: postcss.Rule): boolean {
  const parent = rule.parent;
  return parent?.type === 'atrule' && /keyframes$/.test((parent as postcss.AtRule).name);
}

/**
 * Turns one .wxss file into CSS, with its imports in front. `seen` stops a sheet from being imported twice.
 * Selectors of built-in components get the `wx-` prefix of the custom elements.
 */
export function compileWxss(file: string, root: string, warnings: string[], seen = new Set<string>()): string {
  if (seen.has(file)) return '';
  seen.add(file);
  if (!fs.existsSync(file)) {
    warnings.push(`${path.relative(root, file)}: imported style sheet does not exist`);
    return '';
  }
  const sheet = postcss.parse(fs.readFileSync(file, 'utf8'), { from: file });
  let imported = '';
  sheet.walkAtRules('import', (rule) => {
    imported += compileWxss(importedPath(rule.params, file, root), root, warnings, seen);
    rule.remove();
  });
  sheet.walkRules((rule) => {
    if (!isInsideKeyframes(rule)) rule.selector = prefixTags.processSync(rule.selector);
  });
  sheet.walkDecls((declaration) => {
    declaration.value = convertUnits(declaration.value);
    if (declaration.prop === 'font-family') declaration.value = declaration.value.replace(/\bsans-serif\b/, `${CHINESE_FACES}, sans-serif`);
    if (/url\(\s*(?!['"]?(?:data:|https?:|#))/.test(declaration.value)) {
      warnings.push(`${path.relative(root, file)}: WeChat does not load local files from a style sheet: ${declaration.value.slice(0, 80)}`);
    }
  });
  return imported + sheet.toString();
}
