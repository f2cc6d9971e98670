/**
 * wxacode.getUnlimited: a code that leads to a page with a scene. WeChat draws its round one, which only WeChat reads; here
 * it is a QR code that any camera reads, with a link that opens the same page in the preview.
 */
import { encode } from 'uqr';
import type { KnownPages } from './known-pages';
import { encodePng, type Colour } from './png';
import { isFilledText, refusal, type OpenapiArguments, type OpenapiReply } from './reply';

export interface CodeImage {
  readonly contentType: 'image/png';
  readonly buffer: Buffer;
}

/** Visible characters a scene may hold; % is not among them. */
const SCENE = /^[A-Za-z0-9!#$&'()*+,/:;=?@\-._~]+$/;
const SCENE_LIMIT_CHARACTERS = 32;
const WIDTH_LIMITS_PIXELS = { least: 280, usual: 430, most: 1280 } as const;
const VERSIONS: readonly unknown[] = ['release', 'trial', 'develop'];
/** Reserved by WeChat for the time of the scan. */
const RESERVED = 'scancode_time';
const WHITE: Colour = [255, 255, 255, 255];
const CLEAR: Colour = [255, 255, 255, 0];
/** White modules around the code, so that it is found on any ground. */
const QUIET_MODULES = 4;

const channel = (value: unknown): number => Math.min(255, Math.max(0, Math.round(Number(value ?? 0)) || 0));

function refuse({ scene, page, env_version: version = 'release', width = WIDTH_LIMITS_PIXELS.usual, check_path: checkPath = true }: OpenapiArguments, pages: KnownPages): OpenapiReply | undefined {
  if (!isFilledText(scene) || [...scene].length > SCENE_LIMIT_CHARACTERS) return refusal(40169, 'invalid length for scene, or the data is not json string');
  if (!SCENE.test(scene)) return refusal(40129, 'invalid scene');
  if (scene.includes(RESERVED)) return refusal(85096, 'not allow include scancode_time field');
  if (page !== undefined && (typeof page !== 'string' || page.startsWith('/') || page.includes('?'))) return refusal(41030, 'invalid page');
  if (isFilledText(page) && checkPath !== false && !pages.has(page)) return refusal(41030, 'invalid page');
  if (!VERSIONS.includes(version)) return refusal(40097, 'invalid args: env_version');
  const isDrawable = typeof width === 'number' && Number.isInteger(width) && width >= WIDTH_LIMITS_PIXELS.least && width <= WIDTH_LIMITS_PIXELS.most;
  return isDrawable ? undefined : refusal(40097, 'invalid args: width');
}

/** `base` is where the local cloud is reached; `/scan` there leads on to the page. */
export const scanLink = (base: string, page: string, scene: string): string => `${base}/scan?page=${encodeURIComponent(page)}&scene=${encodeURIComponent(scene)}`;

export function drawCode(text: string, widthPixels: number, ink: Colour, ground: Colour): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_MODULES });
  const modulePixels = Math.floor(widthPixels / size);
  const margin = Math.floor((widthPixels - modulePixels * size) / 2);
  const moduleAt = (pixel: number): number => Math.floor((pixel - margin) / modulePixels);
  return encodePng(widthPixels, [ground, ink], (x, y) => (data[moduleAt(y)]?.[moduleAt(x)] === true ? 1 : 0));
}

/** A refusal, or the picture. */
export function getUnlimited(args: OpenapiArguments, pages: KnownPages, base: string): OpenapiReply | CodeImage {
  const refused = refuse(args, pages);
  if (refused !== undefined) return refused;
  const { scene, page, width = WIDTH_LIMITS_PIXELS.usual, auto_color: autoColour, line_color: line, is_hyaline: isClear } = args;
  const { r, g, b } = (autoColour === true ? {} : (line ?? {})) as { r?: unknown; g?: unknown; b?: unknown };
  const link = scanLink(base, isFilledText(page) ? page : pages.home, String(scene));
  return { contentType: 'image/png', buffer: drawCode(link, Number(width), [channel(r), channel(g), channel(b), 255], isClear === true ? CLEAR : WHITE) };
}
