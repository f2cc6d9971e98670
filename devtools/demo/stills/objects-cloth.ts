import type { Still } from './objects';

export const CLOTH_OBJECTS = {
  schoolBag: {
    room: 'morning',
    shadow: [200, 248, 78],
    shapes:
      '<path d="M168 96c0-44 64-44 64 0" stroke="#2B3E57" stroke-width="10" fill="none"/><path d="M138 132c0-32 24-44 62-44s62 12 62 44l6 98c-30 18-106 18-136 0z" fill="url(#navy)"/><path d="M150 172h100v52c-22 10-78 10-100 0z" fill="#46607F"/><path d="M150 186h100" stroke="#24364D" stroke-width="4"/><rect x="192" y="180" width="16" height="20" rx="4" fill="#F0C574"/><path d="M160 120c12-12 68-12 80 0" stroke="#8FA6C2" stroke-width="4" fill="none"/><path d="M132 150c-16 20-16 54-4 74M268 150c16 20 16 54 4 74" stroke="#2B3E57" stroke-width="10" fill="none" stroke-linecap="round"/>',
  },
  quilt: {
    room: 'noon',
    shadow: [200, 250, 128],
    shapes:
      '<path d="M82 208c-6-20 0-34 20-36h196c20 2 26 16 20 36 6 18-2 34-20 36H102c-18-2-26-18-20-36z" fill="url(#rose)"/><path d="M90 172c-6-20 2-34 20-36h180c18 2 26 16 20 36-40 10-180 10-220 0z" fill="#EFD2CB"/><path d="M98 136c-4-18 4-30 20-32h164c16 2 24 14 20 32-40 8-164 8-204 0z" fill="#D99A92"/><path d="M94 156h212M88 206h224M100 120h200" stroke="#B4736A" stroke-width="2" opacity=".55"/>' +
      '<path d="M140 146l6 6-6 6-6-6zM200 148l6 6-6 6-6-6zM260 146l6 6-6 6-6-6zM130 198l7 7-7 7-7-7zM200 202l7 7-7 7-7-7zM270 198l7 7-7 7-7-7z" fill="#B8432A" opacity=".7"/>',
  },
  mat: {
    room: 'cool',
    shadow: [200, 250, 130],
    shapes: `<path d="M92 178h216l34 66H58z" fill="url(#pine)"/><path d="M58 244h284v10c-60 8-224 8-284 0z" fill="#1F4B41"/>${[0, 1, 2].map((row) => [0, 1, 2, 3, 4, 5].map((column) => `<ellipse cx="${112 - row * 10 + column * (36 + row * 4)}" cy="${192 + row * 20}" rx="${9 + row}" ry="${4 + row}" fill="#7FB8A8" opacity=".75"/>`).join('')).join('')}`,
  },
  coat: {
    room: 'morning',
    shadow: [200, 250, 112],
    shapes:
      '<path d="M200 62c-10 0-12 12-4 14l4 4v10" stroke="#7B7067" stroke-width="4" fill="none"/><path d="M126 110 200 88l74 22" stroke="#7B7067" stroke-width="5" fill="none"/><path d="M132 108c20-14 116-14 136 0l44 86-34 16-18-32v66c-30 10-90 10-120 0v-66l-18 32-34-16z" fill="url(#pine)"/><path d="M200 96v152" stroke="#17372F" stroke-width="3"/><path d="M172 98l28 30 28-30" fill="#DDD2BC"/><circle cx="192" cy="150" r="5" fill="#F0C574"/><circle cx="192" cy="210" r="5" fill="#F0C574"/><circle cx="192" cy="180" r="3" fill="none" stroke="#F0C574" stroke-width="1.5"/>',
  },
  yarn: {
    room: 'evening',
    shadow: [206, 246, 112],
    shapes:
      '<circle cx="154" cy="198" r="46" fill="url(#red)"/><path d="M116 184c30-20 60-14 76 10M112 206c30-20 70-12 82 10M134 160c30 6 54 40 50 70M124 168c8 34 30 60 52 64" stroke="#F3B79E" stroke-width="4" fill="none" opacity=".7"/><circle cx="246" cy="210" r="36" fill="url(#straw)"/><path d="M216 198c24-14 48-10 60 8M212 214c26-14 54-8 66 8M232 180c22 6 40 30 38 54" stroke="#FFF0CC" stroke-width="4" fill="none" opacity=".7"/><path d="M286 234c30 10 50 4 66 14" stroke="#C99A42" stroke-width="4" fill="none"/><path d="M120 120l120 96M268 108l-90 110" stroke="#C9A97C" stroke-width="6" stroke-linecap="round"/>',
  },
  sneakers: {
    room: 'cool',
    shadow: [204, 248, 124],
    shapes:
      '<path d="M92 232c-6-30 2-52 10-56 20 14 30 4 40-6 24 24 52 40 86 46 16 4 18 24 6 28H104c-8-2-10-6-12-12z" fill="url(#white)"/><path d="M90 232h146c2 10-2 16-10 16H102c-8 0-12-6-12-16z" fill="#B9B2A6"/><path d="M146 176l-14 16M158 186l-14 16M172 196l-14 14" stroke="#C7481E" stroke-width="5" stroke-linecap="round"/><path d="M194 216c-4-28 4-46 12-50 18 12 26 4 34-6 20 22 44 36 72 42 14 4 16 22 4 26h-88" fill="#F7F4EE" stroke="#CFC9BE" stroke-width="2"/><path d="M216 228h98c2 8-2 14-8 14h-82" fill="#A9A295"/><path d="M246 168l-12 14M258 178l-12 14M270 186l-12 12" stroke="#3D5A8A" stroke-width="5" stroke-linecap="round"/>',
  },
  haircut: {
    room: 'noon',
    shadow: [204, 246, 104],
    shapes:
      '<path d="M92 214c60-30 160-30 220 0 4 20-10 32-30 34H122c-20-2-34-14-30-34z" fill="url(#white)"/><path d="M110 214c50-16 130-16 184 0M118 230c50-12 120-12 168 0" stroke="#D6D0C4" stroke-width="3" fill="none"/><path d="M150 96l74 108M236 92l-58 112" stroke="#A8AFB2" stroke-width="10" stroke-linecap="round"/><circle cx="232" cy="216" r="17" fill="none" stroke="#2A211B" stroke-width="8"/><circle cx="172" cy="218" r="17" fill="none" stroke="#2A211B" stroke-width="8"/><rect x="262" y="128" width="20" height="92" rx="5" fill="#7A4A26" transform="rotate(14 272 174)"/><path d="M286 132l14 4M284 142l14 4M281 152l14 4M279 162l14 4M276 172l14 4M274 182l14 4M271 192l14 4" stroke="#7A4A26" stroke-width="3"/>',
  },
} as const satisfies Record<string, Still>;
