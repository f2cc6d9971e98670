import { UNIT_KIND_LABEL, type UnitView } from '@contract';

/** "单位 · 青枫社区 · 4 个人" */
export function unitLine(unit: Pick<UnitView, 'kind' | 'communityName' | 'people'>): string {
  return [UNIT_KIND_LABEL[unit.kind], unit.communityName, unit.people.length > 0 ? `${unit.people.length} 个人` : ''].filter((words) => words !== '').join(' · ');
}

/** What is so with it, in one sentence; empty when all is well. */
export function unitState(unit: Pick<UnitView, 'state' | 'isBarred' | 'isContact'>): string {
  if (unit.state === 'closed') return '已经关掉了，谢谢大家';
  if (unit.state === 'needsContact') return '还没有联系人，社区在找';
  if (unit.isBarred) return '有一份过了日子还没送，先办好再认领新的';
  return unit.isContact ? '由您联系：认领、送到、和对方说' : '您是后备，联系人走了由先加入的人接着办';
}

/** Capitals without spaces, as codes are kept. */
export const cleanCode = (code: string): string => code.replace(/\s/g, '').toUpperCase();
