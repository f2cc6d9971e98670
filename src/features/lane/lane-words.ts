import type { Lane, LaneCollector, LaneMissing, LaneView } from '@contract';

/** What each lane is, for whoever opens it. */
export const LANE_WHAT: Readonly<Record<Lane, string>> = {
  linked: '有资格的慈善组织在指定平台上募捐，这里只告诉邻居、领过去，不收钱。',
  mutual: '一个社区的人自己凑：钱、东西、人手、场地。只有本社区的人和进驻的商户能参加。',
  directed: '商户、单位或个人把钱定向给一个项目或组织。生病或困难的个人不收钱，只收东西和服务。',
};

const MISSING_WORDS: Readonly<Record<LaneMissing, (lane: Lane) => string>> = {
  ground: (lane) => `还没有登记依据${lane === 'linked' ? '' : '和收款方'}，在这里办不了。`,
  second: () => '登记好了，等另一位管理员确认。确认以前照原来的办。',
  collector: () => '没有收款方：能收东西、人手和场地，不能收钱。',
};

/** What is still wanting, a sentence each. */
export const missingWords = ({ lane, missing }: Pick<LaneView, 'lane' | 'missing'>): readonly string[] => missing.map((one) => MISSING_WORDS[one](lane));

export function standsWords({ isOpen, node, areaId }: Pick<LaneView, 'isOpen' | 'node' | 'areaId'>): string {
  if (node === null) return '没开通';
  const where = node.areaId === areaId ? '' : `，随${node.areaName}`;
  return `${isOpen ? '开着' : '关着'}${where}`;
}

export function collectorWords(collector: LaneCollector | null): string {
  if (collector === null) return '没有，不收钱';
  return collector.kind === 'subMerchant' ? `${collector.entityName}，商户号 ${collector.subMchId}` : `${collector.entityName}，现金由${collector.keeperName}管，收一笔开一张票`;
}
