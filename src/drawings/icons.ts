/**
 * The small line icons, each one path on a 24 × 24 grid, drawn with round ends. The only source of an icon: the
 * stylesheet of `<Icon>` and the tab bar's PNG files are both made from this table by config/render-icons.ts.
 */
export const ICON_PATHS = {
  back: 'M15 4.5 7.8 12l7.2 7.5',
  right: 'M9.5 6l6 6-6 6',
  down: 'M6 9.5l6 6 6-6',
  up: 'M6 14.5l6-6 6 6',
  home: 'M4 11.2 12 4.4l8 6.8M6 10v9.4h12V10M10 19.2v-5h4v5',
  wish: 'M12 6.6C14.6 3.9 20 5 20 10.2c0 4.6-4.6 7.6-8 9.6-3.4-2-8-5-8-9.6C4 5 9.4 3.9 12 6.6z',
  calendar: 'M5 6.2h14v13.6H5zM5 10.4h14M9 4v4M15 4v4M9.4 15l2 2 3.6-3.8',
  user: 'M12 12.2a4.1 4.1 0 1 0 0-8.2 4.1 4.1 0 0 0 0 8.2zM4.6 20.2c.8-4 3.8-5.8 7.4-5.8s6.6 1.8 7.4 5.8',
  pin: 'M12 20.6c4.2-4.3 6.6-7.4 6.6-10.6a6.6 6.6 0 1 0-13.2 0c0 3.2 2.4 6.3 6.6 10.6zM12 12.2a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5v5l3.2 2',
  mic: 'M12 14.6a3.2 3.2 0 0 0 3.2-3.2V7a3.2 3.2 0 1 0-6.4 0v4.4a3.2 3.2 0 0 0 3.2 3.2zM6.2 11.4a5.8 5.8 0 0 0 11.6 0M12 17.4v3.2',
  camera: 'M4 8.2h3.6L9.2 6h5.6l1.6 2.2H20v10.6H4zM12 16.4a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z',
  check: 'M5 12.8l4.6 4.6L19.2 7.4',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  phone: 'M6.4 4.5h3.2l1.5 4-2 1.5c1 2.2 2.6 3.8 4.8 4.8l1.6-2 4 1.6v3.2c0 1.1-.9 1.9-2 1.9C10.8 19.5 4.5 13.2 4.5 6.5c0-1.1.8-2 1.9-2z',
  share: 'M13.5 5.5l6 5.5-6 5.5v-3.3c-4.5 0-7.2 1.3-9 4.3.4-5 3.2-8.3 9-8.8z',
  download: 'M12 4.5v10M7.8 10.6 12 14.8l4.2-4.2M5 19.2h14',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  search: 'M10.8 17.3a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.6 15.6l4.6 4.6',
  filter: 'M4.5 6.5h15M7.5 12h9M10.5 17.5h3',
  horn: 'M5 10v4.2h2.6l7.4 3.9V6.1L7.6 10zM18 9.5c1 1.5 1 3.7 0 5.2M8.5 14.4l1 4.6',
  lock: 'M6.5 11h11v8.5h-11zM8.8 11V8.2a3.2 3.2 0 0 1 6.4 0V11',
  shield: 'M12 3.8l7 2.6v5c0 4.3-2.8 7.3-7 8.9-4.2-1.6-7-4.6-7-8.9v-5zM8.8 12l2.3 2.3 4.2-4.4',
  users: 'M9 11.5a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 6.8zM3 19.2c.5-3.6 2.9-5.2 6-5.2s5.5 1.6 6 5.2M15.5 5.2a3.1 3.1 0 0 1 0 6M17.4 14.2c2 .6 3.3 2.2 3.6 5',
  bell: 'M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1.5H5zM10.3 20.3h3.4',
  star: 'M12 4l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z',
  box: 'M4.5 8.2 12 4.5l7.5 3.7v7.9L12 19.8l-7.5-3.7zM4.7 8.3 12 12l7.3-3.7M12 12v7.6',
  edit: 'M5 19l.8-3.8L15.6 5.4l3 3L8.8 18.2zM13.6 7.4l3 3',
  ask: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM9.8 9.8c.1-3 4.7-2.9 4.6 0-.1 1.8-2.3 2-2.3 3.9M12 16.6v.2',
  refresh: 'M19 12a7 7 0 1 1-2.2-5.1M19.3 4.2v4h-4',
  group: 'M4.5 5.5h15v10.8h-7.3L8 19.8v-3.5H4.5z',
  text: 'M6 6.5h12M6 12h12M6 17.5h7',
  picture: 'M4.5 5.5h15v13h-15zM5 16l4.5-4.3 3.6 3.4 2.4-2.2 4 3.6M15 9.4v.2',
  store: 'M5 10.5V19h14v-8.5M4 10l1.6-5h12.8L20 10c0 2.6-4 2.8-4 0 0 2.8-4 2.8-4 0 0 2.8-4 2.8-4 0 0 2.8-4 2.6-4 0z',
  gear: 'M12 15.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM19 12a7 7 0 0 0-.2-1.6l1.7-1.3-1.8-3-2 .8a7 7 0 0 0-2.7-1.6L13.7 3.2h-3.4L10 5.3a7 7 0 0 0-2.7 1.6l-2-.8-1.8 3 1.7 1.3a7 7 0 0 0 0 3.2l-1.7 1.3 1.8 3 2-.8A7 7 0 0 0 10 18.7l.3 2.1h3.4l.3-2.1a7 7 0 0 0 2.7-1.6l2 .8 1.8-3-1.7-1.3c.1-.5.2-1 .2-1.6z',
  trash: 'M5 7h14M9.5 7V4.8h5V7M6.8 7l.8 12.4h8.8L17.2 7M10.3 10.6v5.4M13.7 10.6v5.4',
  flag: 'M6.5 20V4.6M6.5 5.2c3.6-1.8 6.4 1.6 11 0v8c-4.6 1.6-7.4-1.8-11 0',
  gift: 'M4.8 10h14.4v9.8H4.8zM4 7.2h16V10H4zM12 7.2v12.6M12 7.2C9 7.4 7 6.2 7.6 4.6c.8-1.8 4-.6 4.4 2.6.4-3.2 3.6-4.4 4.4-2.6.6 1.6-1.4 2.8-4.4 2.6z',
  list: 'M9 6.5h10.5M9 12h10.5M9 17.5h10.5M5 6.5v.1M5 12v.1M5 17.5v.1',
  eye: 'M3.5 12c2.2-4 5-6 8.5-6s6.3 2 8.5 6c-2.2 4-5 6-8.5 6s-6.3-2-8.5-6zM12 14.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6z',
} as const;

export type IconName = keyof typeof ICON_PATHS;

/** How an icon is drawn when it is not simply a mask: colours are hex values, width is in grid units. */
export interface IconStroke {
  color: string;
  width: number;
  fill: string;
}

const DEFAULT_STROKE: IconStroke = { color: '#000', width: 1.9, fill: 'none' };

/** The icon as an SVG document. */
export function iconSvg(name: IconName, stroke: Partial<IconStroke> = {}): string {
  const { color, width, fill } = { ...DEFAULT_STROKE, ...stroke };
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" fill="${fill}" stroke="${color}" ` +
    `stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"><path d="${ICON_PATHS[name]}"/></svg>`
  );
}
