import { WISH_CATEGORY_LABEL, type BundledNeedView, type NeedKindView, type NeedProjectCardView, type NeedProjectPartnerView, type NeedProjectRef, type NeedProjectView } from '@contract';
import { suitabilityOf } from '../match/suitability';
import { worksAt, type Member } from '../member/member';
import { plansFor } from '../need-plan/need-plan';
import { RULES } from '../rules';
import type { Supply } from '../supply/supply';
import { needOf, offerOf, type NeededWish } from '../supply/supply-sides';
import { supplyCardView } from '../supply/supply-view';
import { bundledNeedView, bundledStateOf } from './bundled-need';
import { isLiveProject, type NeedProject } from './need-project';
import { countNeeds } from './open-project';

export const projectRefOf = ({ _id, state, planVersion }: NeedProject): NeedProjectRef => ({ projectId: _id, state, version: planVersion });

/** Names of places on a card. */
const PLACES_ON_CARD = 3;

export const needProjectCardView = (project: NeedProject, reader: Member, nowMs: number): NeedProjectCardView => ({
  projectId: project._id, state: project.state, version: project.planVersion,
  title: project.plan.title, category: project.category, communityName: project.communityName, areaNames: project.places.slice(0, PLACES_ON_CARD).map(({ name }) => name),
  personCount: project.personCount, figures: project.figures, ownerName: project.ownerName, isMine: project.ownerId === reader._id,
  dueAtMs: project.dueAtMs, isLate: project.dueAtMs !== null && nowMs >= project.dueAtMs,
});

/** What is asked for by kind of thing, the most asked first. */
const kindsOf = (needs: readonly BundledNeedView[]): readonly NeedKindView[] => {
  const kinds = new Map<string, NeedKindView>();
  for (const { pictureKey, title, category, sharesLeft, state } of needs) {
    if (state !== 'waiting' && state !== 'taken') continue;
    const known = kinds.get(pictureKey) ?? { pictureKey, example: '', needCount: 0, sharesLeft: 0 };
    kinds.set(pictureKey, { pictureKey, example: known.example || title || WISH_CATEGORY_LABEL[category], needCount: known.needCount + 1, sharesLeft: known.sharesLeft + sharesLeft });
  }
  return [...kinds.values()].sort((one, other) => other.needCount - one.needCount || (one.pictureKey < other.pictureKey ? -1 : 1));
};

/** Offers by how many of the waiting needs they suit; those that were chosen stay on the list whatever they suit. */
export const partnersFor = (waiting: readonly NeededWish[], supplies: readonly Supply[], chosen: readonly string[], reader: Member, nowMs: number): readonly NeedProjectPartnerView[] => {
  const needs = waiting.map((wish) => needOf(wish, nowMs, null));
  return supplies
    .map((supply): NeedProjectPartnerView & { readonly score: number } => {
      const offer = offerOf(supply, 0);
      const suited = needs.map((need) => suitabilityOf(need, offer)).flatMap((found) => (found.kind === 'suited' ? [found] : []));
      const best = suited.reduce<(typeof suited)[number] | null>((top, one) => (top === null || one.score > top.score ? one : top), null);
      return { supply: supplyCardView(supply, reader), suits: suited.length, why: best?.why ?? '', isChosen: chosen.includes(supply._id), score: best?.score ?? 0 };
    })
    .filter(({ suits, isChosen }) => suits > 0 || isChosen)
    .sort((one, other) => Number(other.isChosen) - Number(one.isChosen) || other.suits - one.suits || other.score - one.score || (one.supply.supplyId < other.supply.supplyId ? -1 : 1))
    .slice(0, RULES.needProject.partnersShown)
    .map(({ supply, suits, why, isChosen }) => ({ supply, suits, why, isChosen }));
};

export interface ProjectFacts {
  readonly reader: Member;
  readonly wishes: ReadonlyMap<string, NeededWish>;
  readonly supplies: readonly Supply[];
  readonly nowMs: number;
}

const placesOf = (project: NeedProject, shown: readonly (readonly [string, readonly [number, number]])[]): NeedProjectView['places'] =>
  project.places.map(({ areaId, name }, index) => {
    const here = shown.filter(([, [, place]]) => place === index);
    return { areaId, name, personCount: new Set(here.map(([, [person]]) => person)).size, needCount: here.length };
  });

/** A project as its planners read it, its needs as they stand now. */
export const needProjectView = (project: NeedProject, { reader, wishes, supplies, nowMs }: ProjectFacts): NeedProjectView => {
  const isStaff = worksAt(reader, project.communityId);
  const entries = Object.entries(project.needs);
  const needs = entries
    .map(([wishId, [person, place]]) => bundledNeedView(wishId, wishes.get(wishId), project.places[place] ?? { areaId: project.communityId, name: project.communityName }, project.category, { isStaff, personNumber: person + 1 }))
    .sort((one, other) => (one.areaId < other.areaId ? -1 : one.areaId > other.areaId ? 1 : 0));
  const waiting = entries.map(([wishId]) => wishes.get(wishId)).filter((wish) => wish !== undefined).filter((wish) => bundledStateOf(wish) === 'waiting' && wish.state === 'open');
  const { figures, personCount } = countNeeds(project.needs, wishes);
  const isLive = isLiveProject(project);
  const plans = plansFor(reader, project.communityId, project.places.map(({ areaId }) => areaId));
  return {
    ...needProjectCardView({ ...project, figures, personCount }, reader, nowMs),
    planId: project.planId, communityId: project.communityId, plan: project.plan,
    places: placesOf(project, entries.filter(([wishId]) => bundledStateOf(wishes.get(wishId)) !== 'gone')),
    needs, kinds: kindsOf(needs), partners: partnersFor(waiting, supplies, project.plan.partnerIds, reader, nowMs),
    note: project.note, consult: project.consultId === null ? null : { consultId: project.consultId, isLive: project.isConsulting }, startedAtMs: project.startedAtMs, endedAtMs: project.endedAtMs,
    may: {
      edit: isLive && plans,
      plan: isStaff && project.state === 'draft' && !project.isConsulting, run: isStaff && project.state === 'planned', finish: isStaff && project.state === 'running', cancel: isStaff && isLive,
      take: isStaff && isLive && project.ownerId !== reader._id,
      consult: isStaff && project.state === 'draft' && !project.isConsulting,
      propose: isLive && waiting.length > 0 && reader.communityId === project.communityId, draftActivity: isLive && plans,
    },
  };
};
