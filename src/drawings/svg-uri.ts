/** Characters that are safe inside a quoted URI everywhere; leaving them readable halves the length. */
const READABLE: ReadonlyArray<readonly [encoded: RegExp, plain: string]> = [
  [/%20/g, ' '],
  [/%22/g, "'"],
  [/%2C/g, ','],
  [/%2F/g, '/'],
  [/%3A/g, ':'],
  [/%3D/g, '='],
];

/**
 * An SVG document as a data URI that WeChat's `<image>`, a CSS `url("…")` and browsers all accept. Percent-encoding
 * is used instead of base64: it is shorter, and `btoa` is missing in WeChat's logic layer. The document's double
 * quotes become single ones, so it must hold no apostrophe.
 */
export function svgUri(svg: string): string {
  const encoded = READABLE.reduce((text, [code, plain]) => text.replace(code, plain), encodeURIComponent(svg));
  return `data:image/svg+xml,${encoded}`;
}
