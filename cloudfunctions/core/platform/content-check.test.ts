import { chunksOf, suggestionOf } from './content-check';

describe('content check', () => {
  it('asks nothing for nothing', () => {
    expect(chunksOf(['', '  ', '\n'])).toEqual([]);
  });

  it('joins short texts into one call', () => {
    expect(chunksOf(['想要一辆轮椅', '', '父亲骨折了'])).toEqual(['想要一辆轮椅\n父亲骨折了']);
  });

  it('never sends more than one call takes, and loses no character', () => {
    const texts = ['甲'.repeat(2_400), '乙'.repeat(200), '丙'.repeat(6_001)];
    const chunks = chunksOf(texts);
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThanOrEqual(2_500);
    expect(chunks.join('').replaceAll('\n', '')).toBe(texts.join(''));
  });

  it('reads the three answers and no other', () => {
    expect(suggestionOf({ result: { suggest: 'risky', label: 20_001 } })).toBe('risky');
    expect(suggestionOf({ result: { suggest: 'review' } })).toBe('review');
    expect(suggestionOf({ result: { suggest: 'pass' } })).toBe('pass');
    expect(suggestionOf({ result: { suggest: 'fine' } })).toBeNull();
    expect(suggestionOf({ errCode: 0 })).toBeNull();
    expect(suggestionOf(null)).toBeNull();
  });
});
