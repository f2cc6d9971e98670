import type { Still } from './objects';

const spine = (x: number, height: number, color: string): string =>
  `<rect x="${x}" y="${238 - height}" width="26" height="${height}" rx="2" fill="${color}"/><path d="M${x + 6} ${250 - height}h14M${x + 6} ${258 - height}h14" stroke="#FFF6E2" stroke-width="2.5" opacity=".8"/>`;

export const STUDY_OBJECTS = {
  books: {
    room: 'evening',
    shadow: [200, 244, 108],
    shapes: `${spine(106, 108, '#B4472C')}${spine(134, 122, '#2F6B5D')}${spine(162, 100, '#D9AE57')}${spine(190, 118, '#3E5675')}${spine(218, 106, '#8E5A6E')}<rect x="246" y="124" width="26" height="116" rx="2" fill="#6E8B6A" transform="rotate(10 246 240)"/><rect x="110" y="238" width="180" height="4" fill="#3A2110" opacity=".35"/>`,
  },
  notebook: {
    room: 'noon',
    shadow: [204, 244, 116],
    shapes:
      '<path d="M90 150l110 14v84L82 232z" fill="#FFFDF6"/><path d="M310 150l-110 14v84l118-16z" fill="#F6F0E2"/><path d="M104 172l80 11M102 190l82 11M100 208l84 11M216 183l80-11M216 201l82-11" stroke="#A9BBD6" stroke-width="2.5"/><path d="M216 219l52-7" stroke="#C7481E" stroke-width="3"/><path d="M252 120l60 76 8 18-18-8-60-76z" fill="#F0C574"/><path d="M312 196l8 18-18-8z" fill="#F6E3C4"/><path d="M252 120l-10 10 8-14z" fill="#D8673F"/>',
  },
  letter: {
    room: 'morning',
    shadow: [200, 246, 112],
    shapes:
      '<path d="M98 146l196-10 10 96-200 12z" fill="url(#cream)"/><path d="M98 146l104 54 92-64" stroke="#C4B28E" stroke-width="3" fill="none"/><rect x="258" y="144" width="30" height="34" fill="#B4472C" transform="rotate(-3 273 161)"/><rect x="264" y="150" width="18" height="22" fill="#F6E3C4" transform="rotate(-3 273 161)"/><path d="M130 214l84-5M130 226l58-4" stroke="#5A4E45" stroke-width="3.4" stroke-linecap="round"/><path d="M288 236l44-74 8 5-40 76-14 6z" fill="#2A211B"/>',
  },
  album: {
    room: 'evening',
    shadow: [200, 248, 128],
    shapes:
      '<path d="M72 164l128 10v76L62 236z" fill="#4A3A30"/><path d="M328 164l-128 10v76l138-14z" fill="#56443A"/><rect x="86" y="180" width="44" height="36" fill="#F6EEDC" transform="rotate(4 108 198)"/><rect x="91" y="185" width="34" height="26" fill="#B79A7A" transform="rotate(4 108 198)"/><rect x="142" y="188" width="46" height="38" fill="#F6EEDC" transform="rotate(5 165 207)"/><rect x="147" y="193" width="36" height="28" fill="#8FA08A" transform="rotate(5 165 207)"/><rect x="216" y="188" width="46" height="38" fill="#F6EEDC" transform="rotate(-5 239 207)"/><rect x="221" y="193" width="36" height="28" fill="#C49B86" transform="rotate(-5 239 207)"/><rect x="274" y="180" width="44" height="36" fill="#F6EEDC" transform="rotate(-4 296 198)"/><rect x="279" y="185" width="34" height="26" fill="#7F93A8" transform="rotate(-4 296 198)"/>',
  },
  paints: {
    room: 'noon',
    shadow: [204, 246, 116],
    shapes:
      '<path d="M96 212c-6-44 60-66 110-56 54 10 84 44 70 64-10 14-36 0-44 10s10 20-20 22c-50 4-110-4-116-40z" fill="url(#wood)"/><circle cx="136" cy="196" r="13" fill="#C7481E"/><circle cx="170" cy="178" r="13" fill="#F0C574"/><circle cx="208" cy="178" r="13" fill="#2F7D6B"/><circle cx="242" cy="194" r="13" fill="#3D5A8A"/><circle cx="150" cy="226" r="12" fill="#FFFDF6"/><path d="M262 232l66-118" stroke="#B17B4B" stroke-width="7" stroke-linecap="round"/><path d="M262 232l-10 26 20-20z" fill="#5A4E45"/><path d="M290 240l58-96" stroke="#8B5A33" stroke-width="6" stroke-linecap="round"/><path d="M290 240l-9 22 18-17z" fill="#C7481E"/>',
  },
  chess: {
    room: 'morning',
    shadow: [200, 250, 130],
    shapes:
      '<path d="M92 172h216l34 72H58z" fill="url(#straw)"/><path d="M58 244h284v10H58z" fill="#8A6327"/><path d="M86 186h228M80 200h240M72 216h256M64 232h272M130 172l-24 72M166 172l-12 72M200 172v72M234 172l12 72M270 172l24 72" stroke="#7B5522" stroke-width="1.8"/>' +
      [[132, 190, '車', '#A8351C'], [200, 202, '將', '#2A211B'], [262, 188, '炮', '#2A211B'], [158, 222, '馬', '#A8351C'], [246, 224, '兵', '#A8351C']]
        .map(([x, y, _word, color]) => `<ellipse cx="${x}" cy="${Number(y) + 5}" rx="18" ry="11" fill="#7A5226"/><ellipse cx="${x}" cy="${y}" rx="18" ry="11" fill="#F2DDB4"/><ellipse cx="${x}" cy="${y}" rx="13" ry="7.5" fill="none" stroke="${color}" stroke-width="1.8"/><path d="M${Number(x) - 6} ${y}h12M${x} ${Number(y) - 4}v8" stroke="${color}" stroke-width="2.4"/>`)
        .join(''),
  },
  plants: {
    room: 'noon',
    shadow: [200, 248, 84],
    shapes:
      '<path d="M150 186h100l-12 58c-16 8-60 8-76 0z" fill="url(#red)"/><path d="M144 176h112v18c-28 8-84 8-112 0z" fill="#C35A36"/><path d="M200 178c-4-40-40-46-66-44 8 28 36 46 66 44zM200 178c2-46 40-56 68-50-6 30-36 52-68 50zM200 176c-24-30-14-70 4-88 22 22 22 62-4 88z" fill="url(#leaf)"/><path d="M200 176c0-30 2-54 4-80M200 178c-18-16-36-28-56-38M200 178c16-20 36-34 58-44" stroke="#DDEACB" stroke-width="2" fill="none" opacity=".7"/><circle cx="150" cy="118" r="8" fill="#FFFDF6"/><circle cx="236" cy="96" r="9" fill="#FFFDF6"/><circle cx="264" cy="120" r="7" fill="#FFFDF6"/>',
  },
  clock: {
    room: 'evening',
    shadow: [200, 248, 70],
    shapes:
      '<path d="M146 238V124c0-40 108-40 108 0v114z" fill="url(#wood)"/><path d="M136 236h128v14H136z" fill="#5A3920"/><circle cx="200" cy="136" r="38" fill="#F7EFDC"/><circle cx="200" cy="136" r="38" fill="none" stroke="#C99A42" stroke-width="5"/><path d="M200 136v-22M200 136l20 14" stroke="#2A211B" stroke-width="4" stroke-linecap="round"/><path d="M200 104v5M200 163v5M168 136h5M227 136h5" stroke="#2A211B" stroke-width="3"/><rect x="176" y="184" width="48" height="44" rx="4" fill="#3B2717"/><path d="M200 184v22" stroke="#E3BE6C" stroke-width="3"/><circle cx="200" cy="212" r="10" fill="#E3BE6C"/>',
  },
  ball: {
    room: 'cool',
    shadow: [200, 248, 62],
    shapes: '<circle cx="200" cy="186" r="62" fill="url(#red)"/><path d="M138 186h124M200 124v124M156 142c30 26 30 62 0 88M244 142c-30 26-30 62 0 88" stroke="#3B1D10" stroke-width="3.5" fill="none"/><ellipse cx="178" cy="154" rx="20" ry="12" fill="#F4A98A" opacity=".5" transform="rotate(-30 178 154)"/>',
  },
} as const satisfies Record<string, Still>;
