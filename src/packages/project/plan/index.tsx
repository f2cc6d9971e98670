import { useRouter } from '@tarojs/taro';
import type { MeView } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Screen } from '@/components/screen/screen';
import { useWorkPath } from '@/features/member/community-choice';
import { MemberGate } from '@/features/member/member-gate';
import { isCommunity } from '@/features/member/work-place';
import { PlanScreen } from '@/features/need-project/plan-screen';
import { PLANNER_ROLES, plannedCommunity } from '@/features/need-project/planned-community';
import { openPage, readQuery } from '@/lib/pages';

/** 需求打包 */
export default function NeedPlanPage() {
  const planId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate roles={PLANNER_ROLES}>{(me) => <Plan me={me} planId={planId} />}</MemberGate>;
}

/** Whoever works for a street or district bundles for the community they chose among the projects. */
function Plan({ me, planId }: { me: MeView; planId: string }) {
  const { path, now } = useWorkPath(me);
  const isAbove = path[0] !== undefined && !isCommunity(path[0].areaId);
  if (planId === '' && isAbove && !isCommunity(now.areaId)) {
    return <Screen title="需求打包"><EmptyState scene="branch" title="先选一个社区" note="在需求项目的页面上面选，再回来打包。" action={<Button onClick={() => void openPage('needProjects')}>去选</Button>} /></Screen>;
  }
  return <PlanScreen me={me} planId={planId} community={isAbove ? { communityId: now.areaId, communityName: now.name } : plannedCommunity(me)} />;
}
