import { aggregateRepository } from '../aggregate/aggregate.repository';
import { whereAfter } from '../platform/keyset';
import { store } from '../platform/store';
import { RULES } from '../rules';
import { projectAsStored, type NeedProject, type NeedProjectEvent } from './need-project';

export const needProjectRepository = aggregateRepository<NeedProject, NeedProjectEvent>('needProjects', projectAsStored);

const PAGE = 100;
const DUE_FIRST = [['shelfPlace', 'asc'], ['_id', 'asc']] as const;
type AtWork = Pick<NeedProject, '_id' | 'needs' | 'shelfPlace'>;

/** Needs of the projects at work in a community. A request for every hundred projects. */
export const needsAtWork = async (communityId: string): Promise<ReadonlySet<string>> => {
  const needs = new Set<string>();
  let last: AtWork | undefined;
  for (let read = 0; read < RULES.needPlan.projectsRead; read += PAGE) {
    const where = whereAfter({ communityId, isLive: true }, DUE_FIRST, last === undefined ? null : [last.shelfPlace, last._id]);
    const page = await store.query<AtWork>('needProjects', { where, order: DUE_FIRST, limit: PAGE, fields: ['needs', 'shelfPlace'] });
    for (const project of page) for (const wishId of Object.keys(project.needs)) needs.add(wishId);
    if (page.length < PAGE) return needs;
    last = page.at(-1);
  }
  return needs;
};

/** Lists go by the day a project is due; those that ended, the last first. One request. */
export const listProjectsBy = (where: Readonly<Record<string, unknown>>, last: readonly [number, string] | null, limit: number): Promise<readonly NeedProject[]> =>
  needProjectRepository.list({ where: whereAfter(where, DUE_FIRST, last), order: DUE_FIRST, limit });
