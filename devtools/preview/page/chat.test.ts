import { Chat, isChain, joinedChain, pageOfCode } from './chat';

const FANG = { openid: 'oDemoFang', name: '方姐' };

/** Like the browser's, with room for so many letters. */
const keeper = (room = Infinity): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> => {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => { if (value.length > room) throw new Error('QuotaExceededError'); kept.set(key, value); },
    removeItem: (key) => void kept.delete(key),
  };
};

describe('the chat of the preview', () => {
  it('keeps what was said in order, also for a page that is loaded again, and forgets it when asked', () => {
    const room = keeper();
    const chat = new Chat(room);
    const heard = jest.fn();
    chat.onChange(heard);
    chat.say(FANG, { kind: 'text', text: '早' }, 1);
    chat.say(FANG, { kind: 'card', title: '灯', page: 'packages/group/enter/index?code=AB', picture: '' }, 2);
    expect(new Chat(room).messages).toEqual(chat.messages);
    expect(chat.messages.map(({ id, name, kind }) => [id, name, kind])).toEqual([[1, '方姐', 'text'], [2, '方姐', 'card']]);
    chat.clear();
    expect([new Chat(room).messages, heard.mock.calls.length]).toEqual([[], 3]);
  });

  it('goes on when the browser has no room, and begins empty after what it can not read', () => {
    const chat = new Chat(keeper(10));
    chat.say(FANG, { kind: 'poster', image: 'data:image/png;base64,AAAA' }, 1);
    expect(chat.messages).toHaveLength(1);
    const broken = keeper();
    broken.setItem('preview-chat', '{');
    expect(new Chat(broken).messages).toEqual([]);
  });

  it('writes the next name under a 接龙', () => {
    const text = '#接龙\n【邻居有个心愿】灯\n\n1. ';
    expect([isChain(text), isChain('【社区互助】长椅')]).toEqual([true, false]);
    const one = joinedChain(text, '林晓');
    expect(one.split('\n').at(-1)).toBe('1. 林晓');
    expect(joinedChain(one, '孙宁').split('\n').slice(-2)).toEqual(['1. 林晓', '2. 孙宁']);
    expect(joinedChain('#接龙\n谁来', '林晓')).toBe('#接龙\n谁来\n1. 林晓');
  });

  it('opens what a code of this program leads to, and nothing else', () => {
    expect(pageOfCode('http://127.0.0.1:5190/scan?page=packages%2Fgroup%2Fenter%2Findex&scene=ABCD2345')).toBe('packages/group/enter/index?scene=ABCD2345');
    for (const other of ['ABCD2345', 'https://example.org/?page=a', 'http://127.0.0.1/scan?page=a']) expect(pageOfCode(other)).toBeNull();
  });
});
