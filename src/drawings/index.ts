/** Every drawing of the program, as functions that answer SVG text. */
export { ICON_PATHS, iconSvg } from './icons';
export type { IconName } from './icons';
export { OBJECT_NAMES, objectArt, objectSvg } from './objects';
export type { ObjectName } from './objects';
export { fruitArt, fruitShapes, persimmonSvg } from './persimmon';
export type { ShareState } from './persimmon';
export { SCENE_NAMES, sceneSize, sceneSvg } from './scenes';
export type { SceneName } from './scenes';
export { STREET_BLOCKS, STREET_SIZE } from './street';
export { svgUri } from './svg-uri';
export { ACCENT_INK, ACCENT_TINT, CALYX, CAPTION, DEW, DUSK, INK, MINT, PEACH, PERSIMMON, PINE, SAGE, SAND, SLATE, STRAW, SUNK, WHITE } from './palette';
