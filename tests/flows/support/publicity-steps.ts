import type { ApiContract, DifficultyCheckKind } from '@contract';
import { COMMUNITY, STAFF, type Community } from './community';

/** A case of special difficulty, step by step; tests stop where they want to look. */
export const WORKER = 'oTestWorkerZhou';

/** A social worker beside the community's staff: four checks and two decisions need two people. */
export const joinWorker = async (community: Community): Promise<void> => {
  await community.join(WORKER, '社工周敏', COMMUNITY);
  await community.grant(WORKER, 'socialWorker', COMMUNITY);
};

export const proposal = async (community: Community, by = WORKER, changes: Partial<ApiContract['difficulty.propose']['input']> = {}): Promise<ApiContract['difficulty.propose']['input']> => ({
  name: '张桂兰',
  phone: '0571-8811111',
  address: '枫林里 3 号楼 201',
  categories: ['elderlyAlone'],
  circumstances: '一个人住，腿脚不便，下不了楼。',
  areaId: COMMUNITY,
  consent: { agreesToRecord: true, agreesToPublicise: true, isUnder14: false, fileId: await community.upload(by, 'consent') },
  ...changes,
});

export const proposedCase = async (community: Community): Promise<string> => (await community.must(WORKER, 'difficulty.propose', await proposal(community))).caseId;

export const checkOf = (caseId: string, kind: DifficultyCheckKind): ApiContract['difficulty.check']['input'] => ({
  caseId,
  kind,
  note: '去了两趟，情况属实。',
  participants: kind === 'discuss' ? ['何静', '周敏', '楼组长老陈'] : [],
});

export const CHECKERS: readonly (readonly [DifficultyCheckKind, string])[] = [['visit', WORKER], ['listen', WORKER], ['records', STAFF], ['discuss', STAFF]];

/** The first `count` checks. */
export const checkedCase = async (community: Community, count = 4): Promise<string> => {
  const caseId = await proposedCase(community);
  for (const [kind, by] of CHECKERS.slice(0, count)) await community.must(by, 'difficulty.check', checkOf(caseId, kind));
  return caseId;
};

export interface Publicised {
  readonly caseId: string;
  readonly publicityId: string;
}

export const publicisedCase = async (community: Community): Promise<Publicised> => {
  const caseId = await checkedCase(community);
  const { publicityId } = await community.must(WORKER, 'difficulty.publicise', { caseId, aidText: '送米油，每周上门看看' });
  return { caseId, publicityId };
};

/** Moves the clock to just after the publicity's last day and lets `jobs` hear it. */
export const passPublicity = async (community: Community, publicityId: string): Promise<void> => {
  const publicity = community.document<{ endsAtMs: number }>('publicities', publicityId);
  if (publicity === null) throw new Error(`no publicity ${publicityId}`);
  await community.advance(Math.max(0, publicity.endsAtMs + 1_000 - community.nowMs()));
  await community.runJobs();
  await community.runJobs();
};

export const passedCase = async (community: Community): Promise<Publicised> => {
  const publicised = await publicisedCase(community);
  await passPublicity(community, publicised.publicityId);
  return publicised;
};
