import { INK, MIST, PEACH, PERSIMMON, PINE, SAGE, STRAW, SUNK, WHITE } from './palette';

/** The larger drawings: `blocks` are printed under the ink `lines`, both as SVG elements. */
interface SceneArt {
  width: number;
  height: number;
  lineWidth: number;
  blocks: string;
  lines: string;
}

const SCENES = {
  /** Brand: two persimmons on a twig; home, points and posters. */
  branch: {
    width: 150,
    height: 120,
    lineWidth: 2.2,
    blocks:
      `<rect x="44" y="58" width="40" height="33" rx="16" fill="${PERSIMMON}"/><rect x="96" y="75" width="36" height="30" rx="14.5" fill="${PEACH}"/>` +
      `<path d="M96 30c12-14 26-12 33-6-6 11-20 15-33 6z" fill="${SAGE}"/><path d="M45 33c-10-10-24-8-31 1 9 9 22 9 31-1z" fill="${SAGE}"/>`,
    lines:
      '<path d="M150 14C128 22 104 21 84 27 68 32 58 40 44 30"/><path d="M84 27c-14 6-20 16-23 27"/><path d="M116 21c-4 14-4 32-5 50"/>' +
      '<path d="M60 55c14-1 21.5 4.5 21.5 16.5S74.5 88 60 88s-21.5-4.5-21.5-16.5S46 55.5 60 55z"/>' +
      `<path d="M44 57c4.5-4.5 10.5-5 16-2 5.5-3 12-2.5 16.5 2-4 4-9 5-13 4l-3 5.5-3.5-5.5c-4 1-9 0-13-4z" fill="${PINE}"/>` +
      '<path d="M110 72c13-1 19.5 4 19.5 14.5S123.5 102 110 102s-19.5-5-19.5-15.5S97 72.5 110 72z"/>' +
      `<path d="M95.5 74c4-4 9.5-4.5 14.5-2 5-2.5 10.5-2 14.5 2-3.5 3.5-8 4.5-11.5 3.5l-3 5-3-5c-3.5 1-8-.5-11.5-3.5z" fill="${PINE}"/>` +
      '<path d="M94 26c11-14 25-13 32-7-6 11-19 16-32 7zM98 25c8-1 16-3 22-6"/><path d="M43 30C33 19 19 21 11 29c9 10 22 10.5 32 1zM38 30c-8-1-14-1-21-.5"/>',
  },
  /** Nothing here: an empty basket under one ripe persimmon. */
  basket: {
    width: 220,
    height: 168,
    lineWidth: 2.4,
    blocks:
      `<ellipse cx="112" cy="150" rx="80" ry="9" fill="${SUNK}"/><path d="M58 92c34 5 74 5 108 0l-9 54c-28 5-62 5-90 0z" fill="${STRAW}"/>` +
      `<rect x="157" y="33" width="31" height="24" rx="11.5" fill="${PERSIMMON}"/><path d="M120 22c8-12 22-13 30-7-5 11-17 15-30 7z" fill="${SAGE}"/>`,
    lines:
      '<path d="M52 87c34 5 77 5 112 0l-9 54c-29 5-65 5-94 0z"/><path d="M56 104c33 5 71 5 104 0M59 122c31 5 67 5 98 0M84 91l4 53M108 92v53M132 91l-4 53"/>' +
      '<path d="M64 86c2-50 86-50 88 0"/><path d="M216 6c-32 14-64 12-98 12M168 15c-1 6-1 10 0 15"/>' +
      '<path d="M168 30c11-1 16.5 3.5 16.5 12.5S179 55 168 55s-16.5-3.5-16.5-12.5S157 30.5 168 30z"/>' +
      `<path d="M156 32c3.5-3.5 8-4 12-2 4-2 8.5-1.5 12 2-3 3-6.5 3.5-9.5 3L168 39l-2.5-4c-3 .5-6.5 0-9.5-3z" fill="${PINE}"/>` +
      '<path d="M116 18c8-12 22-13 30-7-5 11-17 15-30 7z"/>',
  },
  /** No network: a rain cloud and a letter that is kept. */
  offline: {
    width: 220,
    height: 160,
    lineWidth: 2.4,
    blocks: `<path d="M60 96c-22 0-24-30-3-33 2-30 44-36 55-11 18-11 40 4 34 24 20 2 18 20 1 20z" fill="${MIST}"/><path d="M141 106l28 10-6 26-28-10z" fill="${PEACH}"/>`,
    lines:
      '<path d="M55 90c-22 0-24-30-3-33 2-30 44-36 55-11 18-11 40 4 34 24 20 2 18 20 1 20z"/><path d="M72 104l-5 11M92 104l-5 11M112 104l-5 11"/>' +
      '<path d="M137 101l29 10-6 27-29-10z"/><path d="M137 101l10 16 19-6M134 130c-8 6-15 4-19 12M115 142c-4-5-10-2-8 2s8 2 8-2z"/>' +
      '<path d="M172 84c6-1 11 3 12 8M176 74c11-1 20 6 21 16" stroke-dasharray="1 6"/>',
  },
  /** Doing it together: a ramp at a doorway. */
  ramp: {
    width: 350,
    height: 170,
    lineWidth: 2.3,
    blocks:
      `<path d="M193 26h136v118H193z" fill="${WHITE}"/><path d="M248 64h40v80h-40z" fill="${STRAW}"/><path d="M26 148 238 118v30z" fill="${PEACH}"/>` +
      `<circle cx="51" cy="62" r="30" fill="${SAGE}"/><circle cx="76" cy="46" r="20" fill="${SAGE}"/><rect x="40.5" y="61" width="13" height="10" rx="4.8" fill="${PERSIMMON}"/>` +
      `<rect x="63.5" y="43" width="13" height="10" rx="4.8" fill="${PERSIMMON}"/><rect x="56.5" y="71" width="13" height="10" rx="4.8" fill="${PERSIMMON}"/><circle cx="142" cy="113" r="12" fill="${STRAW}"/>`,
    lines:
      '<path d="M189 144V22c46-1.5 92-1.5 138 0v122"/><path d="M244 116V60c13-1 27-1 40 0v84"/><path d="M264 60v56M203 38h22v18h-22zM298 38h20v18h-20zM203 70h22v18h-22zM298 74h20v18h-20z"/>' +
      '<path d="M14 146 236 116h48M10 146c110 1.5 220 1.5 332-1"/><path d="M60 139V108M120 131v-29M180 123V95M60 108l120-13 56-6v28"/><path d="M54 146V74M54 96l18-16M54 88 40 76"/>' +
      '<path d="M138 101a11.5 11.5 0 1 1-.1 23 11.5 11.5 0 0 1 .1-23z"/><path d="M118 84l8 2 6 19h17l7 14M160 117.5a3 3 0 1 1 0 .1"/>' +
      '<path d="M133 79a6.5 6.5 0 1 1 .1 0zM134 81c-3 8 0 14 1 20l14 2 5 8M133 88l11 5"/><path d="M104 72a6.5 6.5 0 1 1 .1 0zM103 74c-5 14-4 24-3 33l-4 26M101 106l7 24M104 82l15 5"/>',
  },
} satisfies Record<string, SceneArt>;

export type SceneName = keyof typeof SCENES;
export const SCENE_NAMES = Object.keys(SCENES) as SceneName[];

/** Natural size of a scene in px, for keeping its proportion. */
export function sceneSize(name: SceneName): { width: number; height: number } {
  const { width, height } = SCENES[name];
  return { width, height };
}

/** The scene as an SVG document. */
export function sceneSvg(name: SceneName): string {
  const { width, height, lineWidth, blocks, lines } = SCENES[name];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" fill="none">${blocks}` +
    `<g stroke="${INK}" stroke-width="${lineWidth}" stroke-linecap="round" stroke-linejoin="round">${lines}</g></svg>`
  );
}
