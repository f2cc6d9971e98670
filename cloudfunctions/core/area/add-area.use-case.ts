import type { ApiContract, AreaView } from '@contract';
import { fail, unwrap } from '../kernel/result';
import { worksAt } from '../member/member';
import { checkName } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { areaView, decideArea, type Area } from './area';
import { findAreas, insertArea, markHasChildren } from './area.repository';

const answerOf = (standing: Area, operationId: string): AreaView =>
  standing.operationId === operationId ? areaView(standing) : fail('BAD_INPUT', { fields: { code: '这个短码已经用过了，换一个' } });

/**
 * Adds a node under one that the caller administers. Districts come only with the first administrator.
 * @throws RefusedError NOT_FOUND (no such parent), OUT_OF_AREA, BAD_INPUT (level or a code that is taken), BUSY.
 */
export const addArea = async (context: MemberContext, input: ApiContract['area.add']['parsed']): Promise<AreaView> => {
  if (input.parentId === null) return fail('NOT_ALLOWED', { message: '区由第一位管理员开通时建立。' });
  if (!worksAt(context.member, input.parentId, ['administrator'])) return fail('OUT_OF_AREA');
  const areaId = `${input.parentId}-${input.code}`;
  const known = await findAreas([input.parentId, areaId]);
  const standing = known.get(areaId);
  if (standing) return answerOf(standing, context.operationId);
  const parent = known.get(input.parentId) ?? fail('NOT_FOUND');
  const area = unwrap(decideArea(parent, { ...input, dutyPhone: input.dutyPhone, stationName: input.stationName, point: input.point }, context.operationId, context.nowMs));
  await checkName(context.openid, [area.name, input.stationName ?? '']);
  if (!parent.hasChildren) await markHasChildren(parent._id);
  // Somebody took the same code since: the next try reads their node and says so.
  if ((await insertArea(area)) === 'exists') return fail('BUSY');
  return areaView(area);
};
