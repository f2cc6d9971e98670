/** The colours drawings are printed in; an SVG picture cannot read the page's CSS variables, so they are repeated here. */
export const INK = '#2A211B';
export const PEACH = '#F4A077';
export const PERSIMMON = '#E65F2C';
export const SAGE = '#8FC0B1';
export const PINE = '#2F7D6B';
export const CALYX = '#225F51';
export const STRAW = '#F0C574';
export const WHITE = '#FFFEFB';
export const MIST = '#E6ECF5';
export const SUNK = '#F4EDE2';
export const SAND = '#D8C9B4';
/** A street at the end of the day, behind what a poster is about. */
export const DUSK = '#F9EBD0';
export const ROOF = '#F3DDAE';
export const WINDOW = '#FBF1D8';
export const EARTH = '#EBCB8A';
export const CAPTION = '#766A5E';
export const ACCENT_INK = '#AE3F16';
export const ACCENT_TINT = '#FEF0E6';
export const DEW = '#E2EFEA';
export const MINT = '#A9CFC3';
export const SLATE = '#5F544A';
