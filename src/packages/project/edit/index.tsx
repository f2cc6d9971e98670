import { useRouter } from '@tarojs/taro';
import { MemberGate } from '@/features/member/member-gate';
import { EditProjectScreen } from '@/features/need-project/edit-project-screen';
import { PLANNER_ROLES } from '@/features/need-project/planned-community';
import { readQuery } from '@/lib/pages';

/** 改计划 */
export default function EditNeedProjectPage() {
  const projectId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate roles={PLANNER_ROLES}>{() => <EditProjectScreen projectId={projectId} />}</MemberGate>;
}
