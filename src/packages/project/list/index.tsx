import { Screen } from '@/components/screen/screen';
import { MemberGate } from '@/features/member/member-gate';
import { PLANNER_ROLES } from '@/features/need-project/planned-community';
import { ProjectList } from '@/features/need-project/project-list';

/** 需求项目 */
export default function NeedProjectsPage() {
  return <Screen title="需求项目"><MemberGate roles={PLANNER_ROLES}>{(me) => <ProjectList me={me} />}</MemberGate></Screen>;
}
