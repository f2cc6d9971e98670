import type { ShareCodeView } from '@contract';
import { cleanInvite, funnelOf, goneWords, isWholeInvite, readShareCode, shareState, spacedInvite, thanksLine } from './group-words';

const NONE = { opened: 0, signedUp: 0, attended: 0, completed: 0 };
const code = (numbers: Partial<ShareCodeView['numbers']>): ShareCodeView => ({ code: 'ABCD2345', itemKind: 'wish', itemId: 'w', title: '灯', standing: 'open', numbers: { ...NONE, ...numbers }, countedAtMs: null, isCounting: true });

describe('words of a group', () => {
  it('names each step as people of that thing say it', () => {
    const numbers = { opened: 12, signedUp: 3, attended: 2, completed: 1 };
    expect(funnelOf('wish', numbers).map(({ word, people }) => `${word} ${people}`)).toEqual(['打开看了 12', '认领了 3', '送到了 2', '办好了 1']);
    expect(funnelOf('shift', numbers).map(({ word }) => word)).toEqual(['打开看了', '报了名', '来了', '记了时长']);
    expect(funnelOf('round', numbers).map(({ word }) => word)).toEqual(['打开看了', '认领了', '送到了', '办好了']);
    expect(funnelOf('mutual', numbers).map(({ word, people }) => `${word} ${people}`)).toEqual(['打开看了 12', '说要出力 3', '收到了 1']);
    // What happens on a platform is not known here, and is not made up.
    expect((['linked', 'directed'] as const).map((kind) => funnelOf(kind, numbers).map(({ word }) => word))).toEqual([['打开看了'], ['打开看了']]);
  });

  it('says plainly that a thing is over or gone, and what a row is', () => {
    expect(goneWords(null).title).toBe('这个码已经不用了');
    expect(goneWords({ itemKind: 'round', itemId: 'r', standing: 'over' }).title).toBe('这一期已经办完了');
    expect(goneWords({ itemKind: 'wish', itemId: 'w', standing: 'gone' }).title).toBe('这一件已经看不到了');
    expect([shareState(code({})), shareState({ itemKind: 'linked', standing: 'over', isCounting: false })]).toEqual(['心愿', '公开募捐 · 办完了 · 不再数了']);
  });

  it('thanks for what came of it, and promises nothing', () => {
    expect(thanksLine([])).toContain('转到群里以后');
    expect(thanksLine([code({ opened: 5 })])).toContain('5 人次打开');
    expect(thanksLine([code({ opened: 5, signedUp: 2 })])).toContain('谢谢');
    expect(thanksLine([code({ completed: 1 }), code({ completed: 2 })])).toContain('3 件事');
  });

  it('takes an invitation as people type it', () => {
    expect([cleanInvite('1234 5678'), isWholeInvite('1234-567'), spacedInvite('12345678')]).toEqual(['12345678', false, '1234 5678']);
  });

  it('reads a code of a card or a scene, and nothing else', () => {
    expect([readShareCode('abcd2345'), readShareCode('X'.repeat(33)), readShareCode('ABCD0000'), readShareCode(undefined)]).toEqual(['ABCD2345', null, null, null]);
  });
});
