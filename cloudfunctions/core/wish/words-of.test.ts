import { askWords, helpWords, WISH_CATEGORIES } from '@contract';
import { wordsOf } from './words-of';

describe('how one speaks of a kind of help', () => {
  it('speaks of bringing only where a thing is brought', () => {
    for (const category of WISH_CATEGORIES) {
      const words = JSON.stringify([helpWords({ category }), askWords(helpWords({ category }))]);
      expect({ category, speaksOfThings: /送|收/.test(words) }).toEqual({ category, speaksOfThings: category === 'goods' });
    }
  });

  it('an errand brings a thing, though its wish is a service', () => {
    expect(wordsOf({ category: 'service', errandFor: { wishId: 'w', claimId: 'c', giverId: 'm', isArrived: true, isOver: false } }).done).toBe('送到了');
    expect(wordsOf({ category: 'service', errandFor: null }).done).toBe('办好了');
  });
});
