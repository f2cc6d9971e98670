import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { decideAgent, decideSupport } from '../../../cloudfunctions/core/fund/change-fund';
import { decideCloseGrant, decideReport } from '../../../cloudfunctions/core/fund/change-grant';
import { newFund } from '../../../cloudfunctions/core/fund/fund';
import { grantAskRefusal, grantFacts, newGrant, type GrantDraft } from '../../../cloudfunctions/core/fund/grant';
import { DAY_MS, HOUR_MS } from '../../../cloudfunctions/core/kernel/clock';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import { unwrap } from '../../../cloudfunctions/core/kernel/result';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { decideSaveTable, type UseTable } from '../../../cloudfunctions/core/spending/use-table';
import type { CastKey } from '../community/cast';
import { at, DEMO_NOW_MS } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import { spend, type SpendingPlace } from './spend';
import { areaOf, type Stage } from './stage';

const stepOf = (actorId: string, about: string, nowMs: number): Step => ({ actorId, operationId: deriveId('op', 'demo', 'fund', about, actorId), inputHash: 'demo', nowMs });

const memberOf = ({ town, people }: Stage, key: CastKey): Member => town.member(people.cast(key)._id);

const ROWS = [
  ['材料', '修缮用的砖、水泥、五金、木料', true], ['施工', '请人施工、安装', true], ['验收', '请有资质的单位来验', true],
  ['公共部位小修小补', '扶手、路灯、台阶、雨棚', true], ['公共地方种花种树', '苗、土、工具', true], ['邻里活动的场地和材料', '桌椅、音响、布置', true], ['给志愿者买保险', '', true], ['请师傅讲课', '课酬按街道标准', true], ['邻里食堂的锅灶和桌椅', '灶台、冰柜、餐桌', true], ['给老人和孩子的书和用具', '', true],
  ['逢年过节的慰问品', '走民政的慰问，不从这里出', false], ['物业该修的', '先看物业合同', false],
] as const;

const streetId = HOME_COMMUNITY.split('-').slice(0, 2).join('-');

/** The key of one of these lines, for whoever asks for money. */
export const demoUseKey = (label: (typeof ROWS)[number][0]): string => deriveId('u', streetId, label);
/** By key, how the table calls them. */
export const DEMO_USE_LABELS: ReadonlyMap<string, string> = new Map(ROWS.map(([label]) => [demoUseKey(label), label]));

/** The street's own lines of 五准五不准; those of the law stand there anyway. */
const writeUses = (stage: Stage): UseTable => {
  const actorId = memberOf(stage, 'zhengStreet')._id;
  const rows = ROWS.map(([label, note, isAllowed]) => ({ useKey: null, label, note, isAllowed }));
  const table = unwrap(decideSaveTable(null, { streetId, version: 0, rows, operationId: deriveId('op', 'demo', 'uses'), inputHash: 'demo', actorId, nowMs: at('2026-03-02', '10:00') }));
  stage.town.granted.useTables.set(streetId, table);
  return table;
};

/** The street's table, once it is written. */
export const tableOf = ({ town }: Stage): UseTable => {
  const table = town.granted.useTables.get(streetId);
  if (table === undefined) throw new Error('the street of the demo wrote no uses');
  return table;
};

interface Planned {
  readonly key: CastKey;
  readonly title: string;
  readonly story: string;
  readonly committeeName: string;
  readonly lines: readonly (readonly [label: string, text: string, yuan: number])[];
  readonly appliedAtMs: number;
}

const apply = (stage: Stage, fundId: string, table: UseTable, plan: Planned): string => {
  const contact = memberOf(stage, plan.key);
  const budgetLines = plan.lines.map(([label, text, yuan]) => ({ useKey: table.rows.find((row) => row.label === label)?.useKey ?? '', useLabel: label, text, amountFen: yuan * 100 }));
  const draft: GrantDraft = { title: plan.title, story: plan.story, teamId: null, committeeName: plan.committeeName, budgetLines };
  const grant = newGrant(draft, stage.town.granted.funds.get(fundId), stepOf(contact._id, plan.title, plan.appliedAtMs));
  stage.town.granted.grants.insert(grant, plan.appliedAtMs);
  return grant._id;
};

/** One yes of somebody to an amount in yuan. */
const support = (stage: Stage, fundId: string, grantId: string, key: CastKey, yuan: number, nowMs: number): void => {
  const { _id } = memberOf(stage, key);
  stage.town.granted.funds.act(fundId, nowMs, (fund) => decideSupport(fund, grantId, yuan * 100, { role: key === 'heJing' ? 'staff' : 'administrator', isAllowed: true }, stepOf(_id, `support ${grantId}`, nowMs)));
};

const placeOf = ({ town }: Stage, grantId: string, filer: Member): SpendingPlace => ({
  hostId: grantId,
  act: (nowMs, decide) => town.granted.grants.act(grantId, nowMs, (grant) => decide(grant, grantFacts(grant), { refusal: grantAskRefusal(grant, filer), accountingAgentId: grant.accountingAgentId })),
});

const YESSES = ['heJing', 'luDistrict'] as const satisfies readonly CastKey[];

/** A hundred thousand yuan of the year: one project at work, one done, one that waits for a second yes. */
export function tellFund(stage: Stage): void {
  const { funds, grants } = stage.town.granted;
  const table = writeUses(stage);
  const chief = memberOf(stage, 'zhengStreet');
  const openedAtMs = at('2026-03-03', '09:30');
  const rulesText = '楼组、队伍、居民小组都可以申请，一个项目最多三万元。\n两位工作人员写一样的数才算批；花钱先拍收据，两位不同的人同意才付，其中一位是街道代理会计。\n做完交报告，没用完的退回来。';
  const fund = newFund({ documentNo: '听街发〔2026〕8 号', rulesText, budgetFen: 10_000_000, perGrantMaxFen: 3_000_000 }, areaOf(stage, HOME_COMMUNITY), stepOf(chief._id, 'open', openedAtMs));
  funds.insert(fund, openedAtMs);
  // The district's bookkeeper looks over the street's shoulder.
  funds.act(fund._id, openedAtMs + HOUR_MS, (found) => decideAgent(found, memberOf(stage, 'luDistrict')._id, true, stepOf(chief._id, 'agent', openedAtMs + HOUR_MS)));

  const garden = apply(stage, fund._id, table, { key: 'fangJie', title: '屋后荒地变花园', story: '三号楼后面那块荒地长满了草，邻居们想翻出来种花，孩子放学有个地方看蝴蝶。', committeeName: '三号楼楼组', lines: [['公共地方种花种树', '月季、薄荷、腐殖土', 4_200], ['公共部位小修小补', '矮栏杆和两级台阶', 1_800]], appliedAtMs: at('2026-04-08', '19:20') });
  support(stage, fund._id, garden, 'heJing', 6_000, at('2026-04-10', '10:00'));
  support(stage, fund._id, garden, 'zhengStreet', 6_000, at('2026-04-13', '15:00'));
  const gardener = memberOf(stage, 'fangJie');
  spend(stage, placeOf(stage, garden, gardener), table, gardener, { label: '公共地方种花种树', text: '月季六十株、薄荷四十丛、土十二袋', yuan: 4_060, shop: '澄溪苗圃', still: 'plants', askedAtMs: at('2026-04-20', '18:00'), yesses: YESSES, voucherNo: '记-04-021' });
  spend(stage, placeOf(stage, garden, gardener), table, gardener, { label: '公共部位小修小补', text: '防腐木矮栏杆十八米、台阶两级，含安装', yuan: 1_720, shop: '老周五金', still: 'tools', askedAtMs: at('2026-05-06', '12:10'), yesses: YESSES, voucherNo: '记-05-007' });
  grants.act(garden, at('2026-06-02', '20:00'), (grant) => decideReport(grant, '荒地翻出来了，种了月季和薄荷，装了栏杆和两级台阶。二十三户邻居轮流浇水，孩子们起名叫“蝴蝶角”。剩下二百二十元退回。', true, stepOf(gardener._id, 'report', at('2026-06-02', '20:00'))));
  const closer = memberOf(stage, 'heJing');
  grants.act(garden, at('2026-06-04', '10:30'), (grant) => decideCloseGrant(grant, '', true, stepOf(closer._id, 'close', at('2026-06-04', '10:30'))));

  const rails = apply(stage, fund._id, table, { key: 'liuWei', title: '老楼道装上扶手和灯', story: '一号楼、二号楼住的老人多，楼梯没有扶手，晚上灯也暗。我们请师傅来装，楼组长轮流看着。', committeeName: '一二号楼楼组', lines: [['公共部位小修小补', '两栋楼六层扶手，含安装', 21_000], ['公共部位小修小补', '声控灯二十四盏', 3_600]], appliedAtMs: at('2026-09-15', '20:15') });
  support(stage, fund._id, rails, 'heJing', 24_600, at('2026-09-17', '09:40'));
  support(stage, fund._id, rails, 'zhengStreet', 24_600, at('2026-09-18', '16:00'));
  const railsContact = memberOf(stage, 'liuWei');
  spend(stage, placeOf(stage, rails, railsContact), table, railsContact, { label: '公共部位小修小补', text: '声控灯二十四盏，含安装', yuan: 3_480, shop: '老周五金', still: 'ceilingLamp', askedAtMs: at('2026-10-12', '17:30'), yesses: YESSES, voucherNo: '记-10-015' });
  spend(stage, placeOf(stage, rails, railsContact), table, railsContact, { label: '公共部位小修小补', text: '一号楼一到六层扶手，含安装', yuan: 10_350, shop: '安居扶手安装队', still: 'cane', askedAtMs: DEMO_NOW_MS - 2 * DAY_MS, yesses: YESSES });
  spend(stage, placeOf(stage, rails, railsContact), table, railsContact, { label: '公共部位小修小补', text: '二号楼一到三层扶手材料', yuan: 4_200, shop: '安居扶手安装队', still: 'tools', askedAtMs: DEMO_NOW_MS - 22 * HOUR_MS, yesses: ['heJing'] });

  const band = apply(stage, fund._id, table, { key: 'sunNing', title: '小广场周五音乐角', story: '晚饭后大家爱在小广场拉拉二胡、吹吹口琴，想添几把折叠椅和一台音响，八点半前就散，不吵人。', committeeName: '小广场音乐角', lines: [['邻里活动的场地和材料', '折叠椅二十把', 1_600], ['邻里活动的场地和材料', '便携音响一台', 1_900]], appliedAtMs: DEMO_NOW_MS - 2 * DAY_MS });
  support(stage, fund._id, band, 'zhengStreet', 3_000, DEMO_NOW_MS - 20 * HOUR_MS);
}
