import type { Benefit } from '../../../cloudfunctions/core/benefit/benefit';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { daysBefore } from './moments';
import { HOME_COMMUNITY } from './places';

type BenefitLine = Pick<Benefit, 'name' | 'gives' | 'whoMayGet' | 'whereToApply' | 'keywords'> & { readonly areaId: string };

const DISTRICT = HOME_COMMUNITY.split('-')[0] ?? HOME_COMMUNITY;

/** What a district of this kind gives, as its offices say it; the words are what neighbours write in wishes. */
const LINES: readonly BenefitLine[] = [
  { areaId: DISTRICT, name: '残疾人辅具适配', gives: '轮椅、助听器、助浴椅等，按目录适配或补贴一部分', whoMayGet: '有残疾人证的居民', whereToApply: '街道残联窗口，社工可代办', keywords: ['轮椅', '助听器', '助浴椅', '拐杖', '助行器', '护理床', '洗澡的椅子'] },
  { areaId: DISTRICT, name: '长期护理保险', gives: '上门护理、助浴，每月有固定时长', whoMayGet: '参保、失能满 6 个月并通过评估的人', whereToApply: '区医保窗口申请评估', keywords: ['助浴', '上门护理', '上门洗', '失能', '瘫痪'] },
  { areaId: DISTRICT, name: '临时救助', gives: '一次性救助金或实物，急难时先救助后补手续', whoMayGet: '遇到突发困难的家庭和个人', whereToApply: '社区初核，街道审批', keywords: ['房租', '断粮', '火灾', '交不起', '揭不开锅'] },
  { areaId: DISTRICT, name: '最低生活保障', gives: '每月按差额补足到低保标准', whoMayGet: '人均收入低于低保标准的本地户籍家庭', whereToApply: '街道民政窗口', keywords: ['低保', '没有收入', '没收入'] },
  { areaId: DISTRICT, name: '困境儿童保障', gives: '基本生活补贴和学习用品，开学季另有助学金', whoMayGet: '孤儿、事实无人抚养儿童、困难家庭的孩子', whereToApply: '社区儿童主任上门登记', keywords: ['学费', '孤儿', '校服费'] },
  { areaId: DISTRICT, name: '高龄津贴', gives: '按年龄每月发放，直接到社保卡', whoMayGet: '80 周岁以上老人', whereToApply: '社区窗口或手机申请', keywords: ['高龄津贴', '老人津贴'] },
  { areaId: HOME_COMMUNITY, name: '居家适老化改造', gives: '防滑垫、扶手、感应灯，上门看过后免费装', whoMayGet: '60 岁以上、评估有需要的家庭', whereToApply: '青枫社区驿站登记，两周内上门看', keywords: ['防滑垫', '装扶手', '感应灯', '夜灯'] },
];

/** The list of benefits as the demo's social worker wrote it. */
export const buildBenefits = (editor: Member): readonly Benefit[] =>
  LINES.map(({ areaId, ...line }, index) => ({
    _id: `demo-benefit-${index + 1}`,
    areaId,
    ...line,
    isActive: true,
    editorId: editor._id,
    editorName: editor.displayName,
    editedAtMs: daysBefore(60 - index),
    revision: 1,
    operationId: `demo-benefit-${index + 1}`,
    inputHash: 'demo',
  }));
