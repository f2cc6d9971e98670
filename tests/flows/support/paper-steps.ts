import type { ApiContract } from '@contract';
import { DAY_MS, GRID, STAFF, type Community } from './community';

/** Somebody without WeChat, as staff write them down and hear them on the phone. */
export const PHONE = '0571-8812 3456';

type Call = ApiContract['phone.recordWish']['input'];

export const writePerson = async (community: Community, name = '孙桂香', phone: string | null = PHONE): Promise<string> =>
  (await community.must(STAFF, 'person.save', { name, phone, areaId: GRID, address: '三栋二单元 402' })).personId;

export const phoneWish = (community: Community, personId: string, changes: Partial<Call> = {}): Call => ({
  personId,
  title: '想修一修厕所的灯',
  story: '夜里起来看不见，怕摔。',
  category: 'repair',
  shares: 1,
  estimatedValueFen: 3_000,
  urgency: 'normal',
  windowEndMs: community.nowMs() + 20 * DAY_MS,
  handover: 'home',
  consent: { kind: 'phone', saidAtMs: community.nowMs() },
  ...changes,
});
