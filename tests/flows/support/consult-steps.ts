import type { Consult } from '../../../cloudfunctions/core/consult/consult';
import type { ConsultVoice, ConsultWord } from '../../../cloudfunctions/core/consult/voice';
import type { NeedProject } from '../../../cloudfunctions/core/need-project/need-project';
import { DAY_MS, STAFF, type Community } from './community';
import { openedProjects, placeNeeds } from './need-steps';

const MINUTE_MS = 60_000;

/** A project in planning whose neighbours may be asked. */
export const draftedProject = async (community: Community, grid = 1): Promise<NeedProject> => {
  placeNeeds(community, 22, grid);
  const [project] = await openedProjects(community);
  if (project === undefined) throw new Error('no project');
  return project;
};

/** Neighbours are asked for so many days; whoever is invited has heard. */
export const openedConsult = async (community: Community, projectId: string, days = 7): Promise<string> => {
  const { consultId } = await community.must(STAFF, 'consult.open', { projectId, days });
  await community.runJobs();
  return consultId;
};

/** What was said up to now is counted, whatever is still on its way. */
export const counted = async (community: Community): Promise<void> => {
  for (let run = 0; run < 2; run += 1) {
    await community.advance(2 * MINUTE_MS);
    await community.runJobs();
  }
};

/** Its day is over, and everything is counted. */
export const closedConsult = async (community: Community, days = 7): Promise<void> => {
  await community.advance(days * DAY_MS);
  await community.runJobs();
  await counted(community);
};

export const consultOf = (community: Community, consultId: string): Consult => {
  const found = community.document<Consult>('consults', consultId);
  if (found === null) throw new Error(`no consultation ${consultId}`);
  return found;
};

export const wordsIn = (community: Community, consultId: string): readonly ConsultWord[] => community.documents<ConsultWord>('consultWords').filter((word) => word.consultId === consultId);
export const voicesIn = (community: Community, consultId: string): readonly ConsultVoice[] => community.documents<ConsultVoice>('consultVoices').filter((voice) => voice.consultId === consultId);
