import type { ConsultParts } from '../consult/consult';
import type { NeedProject } from './need-project';

/** Names of places that a consultation tells. */
const PLACES_TOLD = 3;

/** Pure: what neighbours are told of a draft: its aim and its steps, numbered, the kind and the number of people; no single wish. */
export const consultPartsOf = (project: NeedProject): ConsultParts => ({
  projectId: project._id, communityId: project.communityId, communityName: project.communityName, areaIds: project.areaIds, areaNames: project.places.slice(0, PLACES_TOLD).map(({ name }) => name),
  category: project.category, personCount: project.personCount, ownerId: project.ownerId, title: project.plan.title, aim: project.plan.aim,
  points: project.plan.steps.map(({ text, week }, index) => ({ no: index + 1, text, week })), endsAtMs: project.consultEndsAtMs,
});
