import type { Still } from './objects';

const jar =
  '<path d="M134 130c-4 20-9 33-9 58 0 32 12 52 58 52s58-20 58-52c0-25-5-38-9-58z" fill="url(#clay)"/><ellipse cx="183" cy="130" rx="50" ry="21" fill="#A07A56"/><ellipse cx="183" cy="132" rx="43" ry="16" fill="#3A2A1E"/>';
const egg = (x: number, y: number): string => `<ellipse cx="${x}" cy="${y}" rx="13" ry="16" fill="#E9C39B"/><ellipse cx="${x - 4}" cy="${y - 5}" rx="4" ry="6" fill="#FBE6CD" opacity=".8"/>`;
const dumpling = (x: number, y: number): string =>
  `<path d="M${x - 19} ${y}c2-14 36-14 38 0-4 6-34 6-38 0z" fill="#FBF4E4"/><path d="M${x - 19} ${y}c8-4 30-4 38 0" stroke="#D9C9A8" stroke-width="1.6" fill="none" stroke-dasharray="4 3"/>`;

export const KITCHEN_OBJECTS = {
  riceJar: {
    room: 'morning',
    shadow: [190, 243, 76],
    shapes: `${jar}<path d="M145 138c10-5 62-6 76 0-8 7-22 10-38 10s-30-3-38-10z" fill="#F6F0E2"/><path d="M161 141l5 1M175 138l5 1M190 142l5-1M201 138l5 1M181 144l5 0" stroke="#CDBFA3" stroke-width="1.6" stroke-linecap="round"/><path d="M141 150c-5 22-6 50 4 68" stroke="#D9B48A" stroke-width="5" opacity=".5" stroke-linecap="round" fill="none"/>`,
  },
  oilBottle: {
    room: 'noon',
    shadow: [200, 246, 48],
    shapes:
      '<path d="M186 92h28v18c0 12 20 18 20 42v90c-20 6-48 6-68 0v-90c0-24 20-30 20-42z" fill="#FBF3DC" opacity=".7"/><path d="M166 176h68v66c-20 6-48 6-68 0z" fill="url(#oil)"/><rect x="183" y="76" width="34" height="20" rx="4" fill="#B8432A"/><rect x="170" y="162" width="60" height="44" rx="3" fill="#F7E7C4"/><path d="M182 176h36M182 188h24" stroke="#B8432A" stroke-width="3.4"/><path d="M174 132v86" stroke="#fff" stroke-width="4" opacity=".7" stroke-linecap="round"/>',
  },
  riceSack: {
    room: 'evening',
    shadow: [200, 248, 84],
    shapes:
      '<path d="M140 112c14 8 106 8 120 0 6 30 18 88 14 128-30 10-118 10-148 0-4-40 8-98 14-128z" fill="url(#cream)"/><path d="M144 112c-8-10-6-22 2-28 20 10 88 10 108 0 8 6 10 18 2 28-20 8-92 8-112 0z" fill="#E4D5B5"/><path d="M146 108c30 8 78 8 108 0" stroke="#B8432A" stroke-width="4" fill="none"/><circle cx="200" cy="172" r="30" fill="none" stroke="#C7481E" stroke-width="4"/><path d="M184 160l32 24M216 160l-32 24M200 150v44M178 172h44" stroke="#C7481E" stroke-width="5" stroke-linecap="round"/>',
  },
  noodlesEggs: {
    room: 'morning',
    shadow: [206, 244, 110],
    shapes:
      `<rect x="96" y="176" width="118" height="60" rx="8" fill="#C9A77A"/>${[116, 142, 168, 194].map((x) => egg(x, 178)).join('')}${[129, 155, 181].map((x) => egg(x, 166)).join('')}<path d="M96 186h118v44a8 8 0 0 1-8 8H104a8 8 0 0 1-8-8z" fill="#B99363"/>` +
      '<path d="M238 118l66 10-14 112-66-10z" fill="#F3E5C4"/><path d="M246 120l-13 110M256 121l-13 110M266 123l-13 110M276 124l-13 110M286 126l-13 110M296 127l-13 110" stroke="#DCC48F" stroke-width="3"/><path d="M230 160l66 10-4 32-66-10z" fill="#C7481E"/><path d="M244 176l36 6" stroke="#FBE9D2" stroke-width="4" stroke-linecap="round"/>',
  },
  vegetables: {
    room: 'noon',
    shadow: [200, 246, 96],
    shapes:
      '<path d="M118 236c-14-40 6-74 40-78 34 4 50 40 38 78-20 10-58 10-78 0z" fill="#DDE7C4"/><path d="M124 170c-24-30 2-62 30-48 14-20 50-12 48 18 22 8 18 44-6 52-20-14-56-30-72-22z" fill="url(#leaf)"/><path d="M158 156v80M140 168l-8 60M178 168l6 60" stroke="#F4F8E6" stroke-width="5" stroke-linecap="round"/><circle cx="246" cy="214" r="30" fill="url(#red)"/><path d="M246 186c-8-8-16-4-18 2M246 186c6-10 14-6 18 0" stroke="#35602F" stroke-width="5" fill="none" stroke-linecap="round"/><circle cx="292" cy="222" r="24" fill="url(#red)"/><path d="M292 200c-5-6-11-4-13 2M292 200c4-7 10-5 13 0" stroke="#35602F" stroke-width="4" fill="none" stroke-linecap="round"/>',
  },
  tea: {
    room: 'evening',
    shadow: [204, 244, 86],
    shapes:
      '<path d="M140 152c-2 40 4 84 58 86 54-2 60-46 58-86z" fill="url(#white)"/><ellipse cx="198" cy="152" rx="58" ry="17" fill="#F5F1E8"/><ellipse cx="198" cy="154" rx="49" ry="12" fill="#9A5A2B"/><path d="M254 170c40-8 42 44-6 46" stroke="#E9E4DA" stroke-width="12" fill="none"/><path d="M168 196c14 14 46 14 60 0M182 190c8 8 24 8 32 0" stroke="#3D5A8A" stroke-width="4" fill="none" stroke-linecap="round"/><path d="M180 128c-10-16 8-22 0-40M206 126c-10-16 8-22 0-40" stroke="#FFF6E8" stroke-width="6" opacity=".55" stroke-linecap="round" fill="none"/>',
  },
  cake: {
    room: 'evening',
    shadow: [200, 246, 104],
    shapes:
      '<ellipse cx="200" cy="236" rx="112" ry="18" fill="#F6F1E6"/><path d="M120 166v62c20 14 140 14 160 0v-62z" fill="url(#cream)"/><ellipse cx="200" cy="166" rx="80" ry="22" fill="#FFFBF2"/><path d="M120 172c8 22 22 2 30 12s20 14 30 2 24 10 34 2 24 8 34-2 24 6 32-14v-8H120z" fill="#E79A83"/>' +
      '<path d="M174 160v-40M200 164v-44M226 160v-40" stroke="#C7481E" stroke-width="6" stroke-linecap="round"/><path d="M174 112c-6-8 0-12 0-18 4 6 8 10 0 18zM200 112c-6-8 0-12 0-18 4 6 8 10 0 18zM226 112c-6-8 0-12 0-18 4 6 8 10 0 18z" fill="#FFD27A"/>',
  },
  bowl: {
    room: 'morning',
    shadow: [200, 246, 108],
    shapes: `<ellipse cx="200" cy="232" rx="122" ry="22" fill="#F4EEE0"/><ellipse cx="200" cy="226" rx="104" ry="16" fill="#E2D7BF"/>${[130, 172, 214, 256].map((x, index) => dumpling(x + 8, 224 + (index % 2) * 4)).join('')}${[150, 194, 238].map((x) => dumpling(x + 6, 206)).join('')}${[174, 218].map((x) => dumpling(x + 4, 190)).join('')}<path d="M306 120 268 232M318 124l-40 110" stroke="#7A4A26" stroke-width="6" stroke-linecap="round"/>`,
  },
  knife: {
    room: 'cool',
    shadow: [204, 240, 118],
    shapes:
      '<path d="M84 168h168c8 0 12 6 10 14l-8 44c-50 8-120 8-170 0z" fill="url(#steel)"/><path d="M84 214c50 10 120 10 172 0l-2 12c-50 8-120 8-170 0z" fill="#EEF1F1"/><path d="M258 176h66c12 0 12 26 0 26h-70z" fill="url(#wood)"/><circle cx="278" cy="189" r="4" fill="#E7D4B4"/><circle cx="304" cy="189" r="4" fill="#E7D4B4"/><rect x="120" y="244" width="150" height="24" rx="4" fill="#8E969A"/><rect x="120" y="240" width="150" height="12" rx="4" fill="#AEB5B8"/>',
  },
} as const satisfies Record<string, Still>;
