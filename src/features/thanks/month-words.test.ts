import { monthsShown, monthWord } from './month-words';

describe('months of the page of thanks', () => {
  it('goes back over a new year', () => {
    expect(monthsShown(Date.parse('2026-12-31T17:00:00Z'))).toEqual(['2027-01', '2026-12', '2026-11']);
    expect(monthWord('2026-09')).toBe('9 月');
  });
});
