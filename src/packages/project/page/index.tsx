import { useRouter } from '@tarojs/taro';
import { LIMITS, type MeView, type NeedProjectView } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import type { ActivityForm } from '@/features/activity/activity-form';
import { MemberGate } from '@/features/member/member-gate';
import type { CampaignForm } from '@/features/mutual/campaign-form';
import { PLANNER_ROLES, worksAsStaff } from '@/features/need-project/planned-community';
import { hasProjectBar, ProjectBar } from '@/features/need-project/project-bar';
import { ProjectBody } from '@/features/need-project/project-screen';
import { activityDraftKey, campaignDraftKey } from '@/lib/draft-keys';
import { keepDraft } from '@/lib/drafts';
import { openPage, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 一个需求项目 */
export default function NeedProjectPage() {
  const projectId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate roles={PLANNER_ROLES}>{(me) => <Project me={me} projectId={projectId} />}</MemberGate>;
}

/** Where the reader may draft it: the community, or the part of it that a group owner has. */
function organisedArea(me: MeView, { communityId, communityName }: NeedProjectView): { readonly areaId: string; readonly areaName: string } {
  const own = worksAsStaff(me) ? undefined : me.roles.find(({ role, areaId }) => role === 'groupOwner' && areaId.startsWith(communityId));
  return own ?? { areaId: communityId, areaName: communityName };
}

/** The first activity as it was planned, in the organiser's form. */
function draftActivity(me: MeView, project: NeedProjectView): void {
  const { projectId, plan: { activity } } = project;
  const { areaId, areaName } = organisedArea(me, project);
  keepDraft(activityDraftKey(projectId), { areaId, kind: activity.kind, title: activity.title, story: activity.story } satisfies Partial<ActivityForm>);
  void openPage('editActivity', { draft: projectId, areaId, areaName });
}

/** What still waits, and what it takes, in the form of a mutual-aid campaign. */
function propose({ projectId, category, plan, needs }: NeedProjectView): void {
  const wishes = needs.filter(({ state, title }) => state === 'waiting' && title !== '').slice(0, LIMITS.wishesPerCampaign).map(({ wishId, title }) => ({ wishId, title }));
  keepDraft(campaignDraftKey(projectId), { title: plan.title, story: plan.aim, subjectKind: category === 'goods' ? 'things' : 'activity', hasMoney: false, wishes, needs: plan.budget.map((line) => ({ ...line, activityId: null })) } satisfies Partial<CampaignForm>);
  void openPage('editCampaign', { draft: projectId });
}

function Project({ me, projectId }: { me: MeView; projectId: string }) {
  const query = useApiQuery('needProject.get', { projectId });
  useListPage({ refresh: query.refresh });
  const project = query.data;
  if (project === undefined) return <Screen title="需求项目">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '看别的项目', onClick: () => void openPage('needProjects') }} />}</Screen>;
  return <Screen title="需求项目" bottom={hasProjectBar(project) ? <ProjectBar project={project} /> : undefined}><ProjectBody project={project} onDraftActivity={() => draftActivity(me, project)} onPropose={() => propose(project)} /></Screen>;
}
