import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import { memberRepository } from '../member/member.repository';
import { bundlesOf } from '../need-plan/need-plan';
import { needPlanRepository } from '../need-plan/need-plan.repository';
import { GONE_TEXT } from '../rating-sum/rating-sum';
import { openSupplies } from '../supply/supply.repository';
import type { BundledWish } from './bundled-need';
import { wishesOf } from './bundled-wishes.repository';
import { decideCounted } from './change-project';
import { isLiveProject } from './need-project';
import { NEED_PROJECT_KIND } from './need-project-kind';
import { needProjectRepository } from './need-project.repository';
import { countNeeds, projectsOf } from './open-project';

const STANDING_FIELDS = ['state', 'sharesLeft'] as const;
type StandingWish = Pick<BundledWish, '_id' | (typeof STANDING_FIELDS)[number]>;

/** Projects written side by side. */
const AT_ONCE = 10;

/** The bundles of a confirmed plan become projects; each has one id, so that doing it again opens none twice. */
export const openNeedProjects = async ({ planId, ownerId, atMs }: EffectOf<'openNeedProjects'>): Promise<void> => {
  const plan = await needPlanRepository.find(planId);
  if (plan === null || plan.state !== 'confirmed') return;
  const owner = await memberRepository.find(ownerId);
  const wishIds = [...bundlesOf(plan).values()].flatMap((entries) => entries.map(([wishId]) => wishId));
  const [wishes, supplies] = [await wishesOf<StandingWish>(wishIds, STANDING_FIELDS), await openSupplies(plan.communityId, plan.categories)];
  const projects = projectsOf(plan, wishes, supplies, { ownerId, ownerName: owner?.state === 'active' ? owner.displayName : GONE_TEXT }, atMs);
  for (let from = 0; from < projects.length; from += AT_ONCE) await Promise.all(projects.slice(from, from + AT_ONCE).map((project) => needProjectRepository.insert(project)));
};

/** What became of a project's needs, as it stands now. */
export const countNeedProject = async ({ projectId, atMs }: EffectOf<'countNeedProject'>): Promise<void> => {
  const project = await needProjectRepository.find(projectId);
  if (project === null || !isLiveProject(project)) return;
  const counted = countNeeds(project.needs, await wishesOf<StandingWish>(Object.keys(project.needs), STANDING_FIELDS));
  await tellAggregate(NEED_PROJECT_KIND, projectId, (standing) => decideCounted(standing, counted, atMs));
};
