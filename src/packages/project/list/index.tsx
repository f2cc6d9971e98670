import { Screen } from '@/components/screen/screen';
import { CommunityChoice } from '@/features/member/community-choice';
import { MemberGate } from '@/features/member/member-gate';
import { isCommunity, workPlaceOf } from '@/features/member/work-place';
import { PLANNER_ROLES, plannedCommunity } from '@/features/need-project/planned-community';
import { ProjectList } from '@/features/need-project/project-list';

/** 需求项目 */
export default function NeedProjectsPage() {
  return (
    <Screen title="需求项目">
      <MemberGate roles={PLANNER_ROLES}>
        {(me) => (isCommunity(workPlaceOf(me).areaId) ? <ProjectList me={me} communityId={plannedCommunity(me).communityId} /> : <CommunityChoice me={me}>{({ areaId }) => <ProjectList me={me} communityId={areaId} />}</CommunityChoice>)}
      </MemberGate>
    </Screen>
  );
}
