import { refuse, type Refusal } from '../kernel/result';

/**
 * What no public line may say of a person (RULES.md sections 0 and 1: masked name and kind of aid, never the illness;
 * no age, building or number). A hit names itself, so that staff know what to rephrase.
 */
const PRIVATE_WORDS: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /[癌瘤癫痫瘫疾]|病|糖尿|血压|透析|化疗|放疗|中风|脑梗|心梗|尿毒|肾衰|艾滋|HIV|抑郁|精神|自闭|失智|痴呆|失能|手术|住院|确诊|诊断|患者|症|药|残/iu, what: '身体情况' },
  { pattern: /\d+\s*周?岁|高龄|年迈|幼儿|[一二三四五六七八九十]+岁/u, what: '年纪' },
  { pattern: /\d+\s*(号楼|栋|幢|座|单元|楼|层|室|户)|[一二三四五六七八九十]+(号楼|栋|幢|单元|楼|室)|门牌/u, what: '住处' },
  { pattern: /身份证|证件号|银行卡|\d{15,}|\d{17}[\dXx]/u, what: '证件号' },
  { pattern: /1[3-9]\d{9}|\d{3,4}-\d{7,8}/u, what: '电话' },
  { pattern: /低保|低收入|特困|贫困|离异|单亲|孤儿|服刑|吸毒/u, what: '家里的情况' },
];

/** Null when the text may stand in public; else a refusal that names what may not, at the given field. */
export const privateWordRefusal = (text: string, field: string): { readonly ok: false; readonly refusal: Refusal } | null => {
  for (const { pattern, what } of PRIVATE_WORDS) {
    const hit = pattern.exec(text);
    if (hit !== null) return refuse('PUBLIC_TEXT_PRIVATE', { fields: { [field]: `大家都看得到，不能写${what}（“${hit[0]}”）` } });
  }
  return null;
};
