import type { Still } from './objects';

const wheel = (x: number, y: number, radius: number): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="#2A2420" stroke-width="7"/><circle cx="${x}" cy="${y}" r="${radius - 8}" fill="none" stroke="#A8AFB2" stroke-width="3"/>${[0, 45, 90, 135].map((angle) => `<path d="M${x - radius + 8} ${y}h${2 * radius - 16}" stroke="#B9BFC1" stroke-width="1.6" transform="rotate(${angle} ${x} ${y})"/>`).join('')}`;

export const WORKSHOP_OBJECTS = {
  wheelchair: {
    room: 'cool',
    shadow: [206, 262, 96],
    shapes: `<path d="M152 88v96h92l20 58h22" stroke="#8F979B" stroke-width="8" fill="none" stroke-linejoin="round" stroke-linecap="round"/><path d="M152 92h-24" stroke="#2A2420" stroke-width="10" stroke-linecap="round"/><path d="M146 104c10-4 22-4 26 4v62h-26z" fill="url(#navy)"/><path d="M158 168h88c8 0 10 18 0 18h-88z" fill="#2B3E57"/><path d="M160 142h66" stroke="#2A2420" stroke-width="9" stroke-linecap="round"/>${wheel(180, 204, 54)}${wheel(262, 244, 16)}`,
  },
  phone: {
    room: 'noon',
    shadow: [202, 244, 76],
    shapes:
      '<g transform="rotate(-12 200 180)"><rect x="158" y="92" width="84" height="158" rx="13" fill="#241D18"/><rect x="164" y="102" width="72" height="136" rx="6" fill="#DCE9F0"/><path d="M164 190l20-24 18 20 14-14 20 26v40h-72z" fill="#8FB59E"/><circle cx="216" cy="132" r="10" fill="#F6D58A"/><path d="M182 96h36" stroke="#4A4038" stroke-width="3" stroke-linecap="round"/></g><path d="M252 252c30-6 40-30 70-24" stroke="#FFFDF6" stroke-width="5" fill="none" stroke-linecap="round"/>',
  },
  radio: {
    room: 'morning',
    shadow: [200, 246, 104],
    shapes:
      '<path d="M262 140 318 70" stroke="#A8AFB2" stroke-width="4" stroke-linecap="round"/><rect x="104" y="140" width="192" height="102" rx="14" fill="url(#red)"/><rect x="114" y="150" width="92" height="82" rx="8" fill="#F3E4C6"/><path d="M122 162h76M122 174h76M122 186h76M122 198h76M122 210h76M122 222h76" stroke="#B79A6C" stroke-width="4"/><rect x="218" y="156" width="66" height="22" rx="4" fill="#FBF3DC"/><path d="M226 170h50M240 162v12" stroke="#8E331E" stroke-width="2"/><circle cx="236" cy="208" r="17" fill="#F0C574"/><circle cx="276" cy="208" r="11" fill="#F3E4C6"/><path d="M236 208v-13" stroke="#7A4A26" stroke-width="3"/>',
  },
  ceilingLamp: {
    room: 'evening',
    shadow: [200, 262, 60],
    shapes:
      '<path d="M200 0v86" stroke="#2A211B" stroke-width="4"/><path d="M200 84c-44 0-70 26-76 64h152c-6-38-32-64-76-64z" fill="url(#pine)"/><ellipse cx="200" cy="148" rx="76" ry="12" fill="#17372F"/><ellipse cx="200" cy="152" rx="26" ry="17" fill="#FFF1C4"/><ellipse cx="200" cy="216" rx="120" ry="70" fill="url(#lamp)"/><path d="M276 146v62" stroke="#E9DCC3" stroke-width="3"/><circle cx="276" cy="212" r="6" fill="#B17B4B"/>',
  },
  deskLamp: {
    room: 'evening',
    shadow: [190, 250, 84],
    shapes:
      '<ellipse cx="168" cy="240" rx="52" ry="12" fill="#8E331E"/><path d="M168 236 148 152l66-50" stroke="#B4472C" stroke-width="9" fill="none" stroke-linecap="round" stroke-linejoin="round"/><path d="M196 82l60 34c2 24-50 40-72 12z" fill="url(#red)"/><path d="M184 128c22 28 74 12 72-12-20 20-50 26-72 12z" fill="#FFF1C4"/><ellipse cx="252" cy="206" rx="96" ry="70" fill="url(#lamp)"/><path d="M238 236l78-8 10 20-90 8z" fill="#FFFDF6"/>',
  },
  cane: {
    room: 'morning',
    shadow: [206, 262, 60],
    shapes: '<path d="M216 256 190 96c-4-30 44-40 52-8 2 8 0 14-4 18" stroke="url(#wood)" stroke-width="13" fill="none" stroke-linecap="round"/><path d="M216 256 190 96" stroke="#8B5A33" stroke-width="13" stroke-linecap="round"/><path d="M209 246l14-2 3 18h-14z" fill="#241D18"/><path d="M186 112c2 6 0 12 4 18" stroke="#D9AE7A" stroke-width="3" fill="none"/>',
  },
  stool: {
    room: 'noon',
    shadow: [200, 260, 88],
    shapes: '<path d="M142 164 116 258M258 164l26 94M172 168l-8 92M228 168l8 92" stroke="#8B5A33" stroke-width="10" stroke-linecap="round"/><path d="M132 216h136" stroke="#7A4A26" stroke-width="7"/><path d="M120 148h160c10 0 12 22 0 24H120c-12-2-10-24 0-24z" fill="url(#wood)"/><path d="M126 156c40 4 108 4 148 0" stroke="#D9AE7A" stroke-width="3" fill="none"/>',
  },
  tools: {
    room: 'cool',
    shadow: [204, 248, 120],
    shapes:
      '<rect x="100" y="176" width="200" height="70" rx="8" fill="url(#red)"/><path d="M100 196h200" stroke="#7A2A17" stroke-width="4"/><rect x="186" y="186" width="28" height="20" rx="3" fill="#F0C574"/><path d="M150 176c0-34 100-34 100 0" stroke="#5A2314" stroke-width="9" fill="none"/><path d="M128 176 102 96" stroke="#A8AFB2" stroke-width="9" stroke-linecap="round"/><path d="M90 78c10-10 24-4 26 6l-12 4-2 10c-14 2-20-10-12-20z" fill="#8F979B"/><path d="M274 176l22-74" stroke="#F0C574" stroke-width="12" stroke-linecap="round"/><path d="M296 102l10-34" stroke="#A8AFB2" stroke-width="5" stroke-linecap="round"/>',
  },
  parcel: {
    room: 'noon',
    shadow: [200, 252, 104],
    shapes:
      '<path d="M110 150l90-24 96 22v86l-92 20-94-22z" fill="#C99C66"/><path d="M110 150l94 22v82l-94-22z" fill="#B98952"/><path d="M204 172l92-24v86l-92 20z" fill="#A87843"/><path d="M154 138l94 22v32l-16 4v-32l-94-22z" fill="#E9D3A9" opacity=".85"/><rect x="128" y="186" width="46" height="30" fill="#FFFDF6" transform="skewY(13) translate(0 -38)"/><path d="M136 190l28 7M136 200l20 5" stroke="#5A4E45" stroke-width="2.5"/>',
  },
} as const satisfies Record<string, Still>;
