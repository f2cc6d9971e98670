import type { StillName } from './still-names';
import { OBJECTS, type Still } from './objects';

/** The room a picture was taken in: wall, table and the light that falls on both. */
const ROOMS = {
  morning: { wall: ['#F3DFC0', '#D9BC95'], table: ['#B07D4E', '#8C5E37'], light: '#FFF6E2', seam: '#7B5230' },
  noon: { wall: ['#E9EBE2', '#C6CDBE'], table: ['#C79B69', '#9C7144'], light: '#FFFFFF', seam: '#8A6238' },
  evening: { wall: ['#E9CBAE', '#B98965'], table: ['#8A5B3A', '#5F3B24'], light: '#FFD9A3', seam: '#4E2F1C' },
  cool: { wall: ['#DCE5E6', '#AFC0C2'], table: ['#D8CDBD', '#B4A591'], light: '#FFFFFF', seam: '#9B8C78' },
} as const;

const GRADIENTS: Readonly<Record<string, readonly [from: string, middle: string, to: string]>> = {
  clay: ['#8E6B4D', '#B98F68', '#6E4F36'],
  oil: ['#F6E3A9', '#EBCB79', '#D9B45E'],
  red: ['#B4472C', '#D8673F', '#8E331E'],
  navy: ['#3E5675', '#5B7599', '#2B3E57'],
  pine: ['#2F6B5D', '#4B8F7E', '#1F4B41'],
  cream: ['#EDE1CB', '#FBF3E2', '#D3C3A5'],
  steel: ['#8F979B', '#D5DADB', '#70787C'],
  wood: ['#8B5A33', '#B17B4B', '#66401F'],
  straw: ['#D9AE57', '#F0CF86', '#B78A38'],
  ink: ['#3B322C', '#5A4E45', '#241D18'],
  rose: ['#C98A84', '#E4B2AB', '#A5665F'],
  white: ['#E7E3DB', '#FFFFFF', '#CFC9BE'],
  leaf: ['#4E7F4A', '#76A66B', '#35602F'],
};

const gradient = (id: string, colors: readonly string[]): string =>
  `<linearGradient id="${id}" x1="0" x2="1">${colors.map((color, index) => `<stop offset="${index / (colors.length - 1)}" stop-color="${color}"/>`).join('')}</linearGradient>`;

const vertical = (id: string, [from, to]: readonly [string, string]): string =>
  `<linearGradient id="${id}" x1="0" y1="0" x2=".35" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`;

const room = (name: keyof typeof ROOMS): string => {
  const { wall, table, light, seam } = ROOMS[name];
  return (
    `<defs>${vertical('wall', wall)}${vertical('table', table)}${Object.entries(GRADIENTS).map(([id, colors]) => gradient(id, colors)).join('')}` +
    // Soft edges come from gradients: a blur filter costs half a second a picture.
    '<radialGradient id="shade"><stop offset=".35" stop-color="#2E1809" stop-opacity=".55"/><stop offset="1" stop-color="#2E1809" stop-opacity="0"/></radialGradient>' +
    `<radialGradient id="glow"><stop offset="0" stop-color="${light}" stop-opacity=".95"/><stop offset=".5" stop-color="${light}" stop-opacity=".5"/><stop offset="1" stop-color="${light}" stop-opacity="0"/></radialGradient>` +
    '<radialGradient id="lamp"><stop offset="0" stop-color="#FFE7A8" stop-opacity=".7"/><stop offset="1" stop-color="#FFE7A8" stop-opacity="0"/></radialGradient>' +
    '<radialGradient id="edge" cx=".5" cy=".46" r=".75"><stop offset=".6" stop-color="#2A160A" stop-opacity="0"/><stop offset="1" stop-color="#2A160A" stop-opacity=".3"/></radialGradient></defs>' +
    `<rect width="400" height="300" fill="url(#wall)"/><ellipse cx="118" cy="84" rx="170" ry="150" fill="url(#glow)"/>` +
    `<path d="M40 0h118l60 204H92z" fill="${light}" opacity=".3"/><path d="M99 0l62 204M52 92h134" stroke="${wall[1]}" stroke-width="5" opacity=".45"/>` +
    `<rect y="204" width="400" height="96" fill="url(#table)"/><path d="M0 204h400" stroke="${seam}" stroke-width="1.6" opacity=".5"/>` +
    `<path d="M0 230h400M0 266h400" stroke="${seam}" stroke-width="1" opacity=".38"/><ellipse cx="170" cy="232" rx="180" ry="52" fill="url(#glow)" opacity=".42"/>`
  );
};

const shadow = ({ shadow: [x, y, radius] }: Still): string => `<ellipse cx="${x}" cy="${y}" rx="${radius * 1.2}" ry="${Math.max(11, radius * 0.2)}" fill="url(#shade)"/>`;

/** The picture as an SVG document, 400 × 300. */
export function stillSvg(name: StillName): string {
  const still: Still = OBJECTS[name];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">${room(still.room)}${shadow(still)}${still.shapes}<rect width="400" height="300" fill="url(#edge)"/></svg>`;
}

export type RoomName = keyof typeof ROOMS;
