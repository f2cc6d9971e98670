import { LANES, type Lane } from '@contract';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { DAY_MS } from '../../../cloudfunctions/core/kernel/clock';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import { decideConfirm } from '../../../cloudfunctions/core/lane/change-lane';
import { laneRecordOf, newLaneSetting, type LaneFacts } from '../../../cloudfunctions/core/lane/lane-setting';
import { decideCheck, decideDisclose, decideMirror } from '../../../cloudfunctions/core/linked/change-linked';
import { newLinkedCampaign } from '../../../cloudfunctions/core/linked/linked-campaign';
import { at, DEMO_NOW_MS } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import { areaOf, type Stage } from './stage';

const stepOf = (actorId: string, about: string, nowMs: number): Step => ({ actorId, operationId: deriveId('op', 'demo', 'lane', about, actorId), inputHash: 'demo', nowMs });

const STREET = 'cx-tf';
const OPENED_MS = DEMO_NOW_MS - 60 * DAY_MS;
const LAWYER_MS = at('2026-09-10', '00:00');

const COLLECTOR = { kind: 'subMerchant', subMchId: '1900006891', entityName: '听枫街道社区公益服务中心' } as const;

const GROUNDS: Readonly<Record<Lane, LaneFacts>> = {
  linked: { groundText: '和澄溪区慈善会的合作协议，只介绍、只领过去，不收钱', documentNo: '澄慈合〔2026〕3 号', lawyerCheckedAtMs: LAWYER_MS, responsibleName: '郑主任', collector: null },
  mutual: { groundText: '慈善法第一百二十二条；听枫街道关于社区内互助的办法', documentNo: '听街办〔2026〕21 号', lawyerCheckedAtMs: LAWYER_MS, responsibleName: '郑主任', collector: COLLECTOR },
  directed: { groundText: '慈善法第三十五条直接捐赠；听枫街道社区公益服务中心与捐赠人签定向赠与协议', documentNo: '听公益〔2026〕7 号', lawyerCheckedAtMs: LAWYER_MS, responsibleName: '郑主任', collector: COLLECTOR },
};

/** The district's administrator records the lanes of the street, the street's own confirms them the day after; it keeps the books too. */
const openLanes = (stage: Stage): void => {
  const { lanes } = stage.town;
  const recorder = stage.people.cast('luDistrict');
  const confirmer = stage.people.cast('zhengStreet');
  for (const lane of LANES) {
    const agent = lane === 'linked' ? null : { memberId: confirmer._id, name: confirmer.displayName };
    const setting = newLaneSetting(lane, areaOf(stage, STREET), laneRecordOf(GROUNDS[lane], agent, recorder, OPENED_MS), recorder, stepOf(recorder._id, lane, OPENED_MS));
    lanes.insert(setting, OPENED_MS);
    lanes.act(setting._id, OPENED_MS + DAY_MS, (found) => decideConfirm(found, found.version, confirmer, stepOf(confirmer._id, lane, OPENED_MS + DAY_MS)));
  }
};

/** One campaign of the district's charity on a designated platform: entered by staff, looked up by the social worker, its progress copied yesterday. */
const linkOne = (stage: Stage): void => {
  const { linked } = stage.town;
  const writer = stage.people.cast('heJing');
  const checker = stage.people.cast('zhouMin');
  const enteredMs = at('2026-11-09', '10:20');
  const facts = {
    title: '给山里两所小学装净水器', story: '两所村小，三百一十个孩子，喝的是山泉水。\n入冬前给每所装一台净水器，换三年的滤芯。去年装过的五所，水质报告都公开了。',
    charityName: '澄溪区慈善会', certificateNo: '53430100MJ0000123X', filingNo: '53430100MJ0000123XA26017', platform: 'tencent', link: { kind: 'web', url: 'https://gongyi.example.org/project/26017' }, endsAtMs: at('2026-12-31', '23:59'),
  } as const;
  const campaign = newLinkedCampaign(facts, areaOf(stage, HOME_COMMUNITY), writer, stepOf(writer._id, 'link', enteredMs));
  linked.insert(campaign, enteredMs);
  const checkedMs = at('2026-11-09', '15:05');
  linked.act(campaign._id, checkedMs, (found) => decideCheck(found, found.version, { kind: 'approve' }, checker, stepOf(checker._id, 'look up', checkedMs)));
  const toldMs = at('2026-11-19', '17:40');
  linked.act(campaign._id, toldMs, (found) => decideMirror(found, { raisedText: '已筹 32,150 元，目标 48,000 元', raisedAtMs: toldMs, source: '腾讯公益项目页' }, writer, stepOf(writer._id, 'mirror', toldMs)));
  linked.act(campaign._id, toldMs, (found) => decideDisclose(found, '去年五所学校的水质报告', 'https://charity.example.org/water-2025', writer, stepOf(writer._id, 'disclose', toldMs)));
};

/** What the lanes of crowdfunding stand on, and what runs in lane A. Lanes B and C are told by `tell-campaigns` and `tell-directed`. */
export function tellLanes(stage: Stage): void {
  openLanes(stage);
  linkOne(stage);
}
