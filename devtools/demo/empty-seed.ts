import type { SeedData } from '../local-cloud/seed';
import { DEMO_NOW_ISO } from './community/moments';

/** Nothing at all, and somebody who knows the one-time secret of the first administrator. */
export const emptySeed = (): SeedData => ({
  nowIso: DEMO_NOW_ISO,
  collections: {},
  files: [],
  people: [{ openid: 'oFirstAdministrator', name: '首位管理员', roles: [], area: '还没有加入', note: '口令是 linyuan-first-admin' }],
});
