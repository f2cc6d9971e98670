import type { Benefit } from './benefit';
import { benefitHitsIn } from './match-benefits';

const benefit = (id: string, keywords: readonly string[], changes: Partial<Benefit> = {}): Benefit => ({
  _id: id, areaId: 'd01', name: id, gives: '', whoMayGet: '', whereToApply: '', keywords, isActive: true, editorId: 'm', editorName: '', editedAtMs: 0, revision: 1, operationId: 'o', inputHash: 'h', ...changes,
});
const words = { category: 'goods', title: '想借一辆轮椅', shareNote: '', story: '推爸爸去看银杏' } as const;

describe('the list of benefits', () => {
  it('is compared with every word a wish says, the most telling word first', () => {
    const hits = benefitHitsIn([benefit('b1', ['银杏']), benefit('b2', ['一辆轮椅']), benefit('b3', ['房租'])], words);
    expect(hits.map((hit) => hit.benefitId)).toEqual(['b2', 'b1']);
  });

  it('leaves out what is retired, and wishes that ask for company', () => {
    expect(benefitHitsIn([benefit('b1', ['轮椅'], { isActive: false })], words)).toEqual([]);
    expect(benefitHitsIn([benefit('b1', ['轮椅'])], { ...words, category: 'companionship' })).toEqual([]);
  });

  it('keeps at most three', () => {
    expect(benefitHitsIn(['b1', 'b2', 'b3', 'b4'].map((id) => benefit(id, ['轮椅'])), words)).toHaveLength(3);
  });
});
