import { useRouter } from '@tarojs/taro';
import { MemberGate } from '@/features/member/member-gate';
import { PlanScreen } from '@/features/need-project/plan-screen';
import { PLANNER_ROLES } from '@/features/need-project/planned-community';
import { readQuery } from '@/lib/pages';

/** 需求打包 */
export default function NeedPlanPage() {
  const planId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate roles={PLANNER_ROLES}>{(me) => <PlanScreen me={me} planId={planId} />}</MemberGate>;
}
