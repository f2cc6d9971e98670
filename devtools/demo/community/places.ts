/** The demo's district: invented, so that no real place is meant. Points are the middle of a grid, never an address. */
export interface GridPlace {
  readonly code: string;
  readonly name: string;
}

export interface CommunityPlace {
  readonly code: string;
  readonly name: string;
  readonly stationName: string;
  readonly dutyPhone: string;
  readonly lng: number;
  readonly lat: number;
  readonly grids: readonly GridPlace[];
}

export interface StreetPlace {
  readonly code: string;
  readonly name: string;
  readonly dutyPhone: string;
  readonly communities: readonly CommunityPlace[];
}

const grids = (...names: readonly string[]): readonly GridPlace[] => names.map((name, index) => ({ code: `g${index + 1}`, name }));

export const DISTRICT = { code: 'cx', name: '澄溪区', dutyPhone: '0731-5550100' } as const;

export const STREETS: readonly StreetPlace[] = [
  {
    code: 'tf',
    name: '听枫街道',
    dutyPhone: '0731-5550110',
    communities: [
      { code: 'qf', name: '青枫社区', stationName: '青枫社区驿站', dutyPhone: '0731-5550111', lng: 113.1462, lat: 27.8731, grids: grids('青枫家园', '机床厂宿舍', '枫桥里', '湖心苑') },
      { code: 'ly', name: '梨园社区', stationName: '梨园社区驿站', dutyPhone: '0731-5550112', lng: 113.1538, lat: 27.8764, grids: grids('梨花苑', '文化馆大院', '南梨巷') },
      { code: 'sy', name: '书院社区', stationName: '书院社区驿站', dutyPhone: '0731-5550113', lng: 113.1421, lat: 27.8803, grids: grids('书院坊', '桂香里', '师范家属院') },
    ],
  },
  {
    code: 'hw',
    name: '河湾街道',
    dutyPhone: '0731-5550120',
    communities: [
      { code: 'qt', name: '桥头社区', stationName: '桥头社区驿站', dutyPhone: '0731-5550121', lng: 113.1317, lat: 27.8658, grids: grids('桥头新村', '渡口街', '粮站大院') },
      { code: 'yx', name: '银杏社区', stationName: '银杏社区驿站', dutyPhone: '0731-5550122', lng: 113.1275, lat: 27.8712, grids: grids('银杏苑', '铁路小区', '金穗花园') },
      { code: 'lc', name: '绿茶湾社区', stationName: '绿茶湾社区驿站', dutyPhone: '0731-5550123', lng: 113.1233, lat: 27.8607, grids: grids('茶湾小区', '水厂宿舍') },
    ],
  },
  {
    code: 'ws',
    name: '望山街道',
    dutyPhone: '0731-5550130',
    communities: [
      { code: 'sl', name: '石榴社区', stationName: '石榴社区驿站', dutyPhone: '0731-5550131', lng: 113.1609, lat: 27.8842, grids: grids('石榴园', '望山雅居', '老供销社') },
      { code: 'np', name: '南坪社区', stationName: '南坪社区驿站', dutyPhone: '0731-5550132', lng: 113.1684, lat: 27.8779, grids: grids('南坪小区', '安居里') },
    ],
  },
];

/** Where the demo's own people live. */
export const HOME_COMMUNITY = 'cx-tf-qf';
