import type { HomeView } from '@contract';
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
  const [todos, near] = await Promise.all([openTodos(partiesOf(context.member), TODOS), nearWishes(context.member, NEAR)]);
  return { todos: todos.map(noticeView), near };
};

export const homeHandlers: Pick<Handlers, 'home.overview'> = { 'home.overview': homeOverview };
