import type { HomeView } from '@contract';
import { consultCardView } from '../consult/consult-view';
import { openConsultOf } from '../consult/consult.repository';
import { partiesOf } from '../member/member';
import { noticeView } from '../notice/notice';
import { openTodos } from '../notice/notice.repository';
import type { MemberContext } from '../platform/context';
import type { Handlers } from '../platform/router';
import { nearWishes } from '../wish/wall.use-case';

/** What stands on the first page before anybody scrolls. */
const TODOS = 5;
const NEAR = 6;

const homeOverview = async (context: MemberContext): Promise<HomeView> => {
  const { member, nowMs } = context;
  const [todos, near, consult] = await Promise.all([openTodos(partiesOf(member), TODOS), nearWishes(member, NEAR), openConsultOf(member.communityId, nowMs)]);
  return { todos: todos.map(noticeView), near, consult: consult === null ? null : consultCardView(consult) };
};

export const homeHandlers: Pick<Handlers, 'home.overview'> = { 'home.overview': homeOverview };
