/**
 * Writes what is made from src/drawings: the tab bar's PNG files (WeChat takes no SVG there, at most 40 KB each) and
 * the two stylesheets of pictures. Run `npx tsx config/render-icons.ts` after a drawing changed; the results are committed.
 *
 * Icons and drawings travel as CSS instead of `<image src>` so that a list of forty cards does not send the same
 * SVG text through setData forty times, and so that an icon takes its colour from the words beside it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { ShareItemKind } from '../types/contract/index';
import {
  DUSK,
  ICON_PATHS,
  OBJECT_NAMES,
  PERSIMMON,
  SCENE_NAMES,
  STREET_BLOCKS,
  STREET_SIZE,
  iconSvg,
  objectSvg,
  persimmonSvg,
  sceneSize,
  sceneSvg,
  svgUri,
} from '../src/drawings/index';
import type { IconName, ObjectName } from '../src/drawings/index';

const root = path.resolve(__dirname, '..');
const TAB_PX = 81;
const TAB_LIMIT_BYTES = 40 * 1024;
const TAB_ICONS: readonly IconName[] = ['home', 'wish', 'calendar', 'user'];
const TAB_OFF = { color: '#766A5E', width: 1.7, fill: 'none' };
const TAB_ON = { color: '#AE3F16', width: 2.1, fill: '#FEF0E6' };
const STAR_OFF = '#B9A58C';
const HEADING = '/* Made by config/render-icons.ts from src/drawings; do not edit. */\n';

function writePng(file: string, svg: string): void {
  const png = new Resvg(svg, { fitTo: { mode: 'width', value: TAB_PX } }).render().asPng();
  if (png.length > TAB_LIMIT_BYTES) throw new Error(`${file} is larger than WeChat allows`);
  writeFileSync(file, png);
}

function renderTabBar(): void {
  const folder = path.join(root, 'src/assets/tab');
  mkdirSync(folder, { recursive: true });
  for (const name of TAB_ICONS) {
    writePng(path.join(folder, `${name}.png`), iconSvg(name, TAB_OFF));
    writePng(path.join(folder, `${name}-on.png`), iconSvg(name, TAB_ON));
  }
}

/** 5:4, as WeChat cuts it: a drawing on paper, so that a shared card shows nobody's name. */
function renderShareCard(): void {
  const folder = path.join(root, 'src/assets/share');
  mkdirSync(folder, { recursive: true });
  const { width, height } = sceneSize('branch');
  const scale = Math.min(400 / width, 300 / height);
  const place = `translate(${(500 - width * scale) / 2} ${(400 - height * scale) / 2}) scale(${scale})`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 400"><rect width="500" height="400" fill="#FBF6EE"/><g transform="${place}">${sceneSvg('branch')}</g></svg>`;
  writeFileSync(path.join(folder, 'thanks.png'), new Resvg(svg, { fitTo: { mode: 'width', value: 500 } }).render().asPng());
}

/** What stands for each kind of thing that is brought into a group, planning together with that of mutual aid; src/lib/share-card.ts names the files. */
const CARD_DRAWINGS: Readonly<Record<Exclude<ShareItemKind, 'consult'>, ObjectName>> = { wish: 'goods', shift: 'calendar', round: 'hand', mutual: 'tools', linked: 'book', directed: 'rice' };
/** Six of them in the main package: small, and sharp enough for a chat. */
const CARD_PX = 300;

/** A drawing before the street for each kind, so that no card shows a picture of the page and what is written on it. */
function renderKindCards(): void {
  const street = STREET_BLOCKS.map(([path_, color]) => `<path d="${path_}" fill="${color}"/>`).join('');
  const scale = 500 / STREET_SIZE.width;
  for (const [kind, drawing] of Object.entries(CARD_DRAWINGS)) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 400"><rect width="500" height="400" fill="${DUSK}"/><g transform="translate(0 ${400 - STREET_SIZE.height * scale}) scale(${scale})">${street}</g><g transform="translate(105 70) scale(4.5)">${objectSvg(drawing)}</g></svg>`;
    writeFileSync(path.join(root, 'src/assets/share', `${kind}.png`), new Resvg(svg, { fitTo: { mode: 'width', value: CARD_PX } }).render().asPng());
  }
}

function iconRules(): string {
  return (Object.keys(ICON_PATHS) as IconName[])
    .map((name) => `.icon-${name} {\n  --picture: url("${svgUri(iconSvg(name))}");\n}\n`)
    .join('');
}

function pictureRule(className: string, svg: string): string {
  return `.${className} {\n  background-image: url("${svgUri(svg)}");\n}\n`;
}

function drawingRules(): string {
  const objects = OBJECT_NAMES.map((name) => pictureRule(`drawing-${name}`, objectSvg(name)));
  const scenes = SCENE_NAMES.map((name) => {
    const { width, height } = sceneSize(name);
    const ratio = ((height / width) * 100).toFixed(2);
    return `${pictureRule(`drawing-${name}`, sceneSvg(name))}.drawing-${name} {\n  --ratio: ${ratio}%;\n}\n`;
  });
  const fruits = (['open', 'held', 'delivered'] as const).map((state) =>
    pictureRule(`fruit-${state}`, persimmonSvg(state)),
  );
  const stars = [
    pictureRule('star-on', iconSvg('star', { color: PERSIMMON, fill: PERSIMMON })),
    pictureRule('star-off', iconSvg('star', { color: STAR_OFF })),
  ];
  return [...objects, ...scenes, ...fruits, ...stars, pictureRule('drawing-logo', persimmonSvg('delivered'))].join('');
}

renderTabBar();
renderShareCard();
renderKindCards();
writeFileSync(path.join(root, 'src/components/icon/icon-pictures.css'), HEADING + iconRules());
writeFileSync(path.join(root, 'src/components/drawing/drawing-pictures.css'), HEADING + drawingRules());
