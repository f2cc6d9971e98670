import type { ThanksHearing, ThanksStage, ThanksView } from '@contract';

/** What one may do about showing a word of thanks, as a button says it. */
export interface ThanksAct {
  readonly route: 'thanks.show' | 'thanks.consent';
  readonly yes: boolean;
  /** Of a yes by whoever said it: their voice as well, not only the words. */
  readonly withVoice: boolean;
  readonly word: string;
  readonly kind: 'secondary' | 'text';
}

interface ThanksState {
  readonly line: string;
  readonly acts: readonly ThanksAct[];
}

type Shape = Pick<ThanksView, 'side' | 'stage' | 'words' | 'voice' | 'isToShop'>;

const show = (yes: boolean, word: string): ThanksAct => ({ route: 'thanks.show', yes, withVoice: false, word, kind: 'text' });
const consent = (yes: boolean, word: string, kind: ThanksAct['kind'] = 'text', withVoice = false): ThanksAct => ({ route: 'thanks.consent', yes, withVoice, word, kind });

const RECEIVED: Readonly<Record<ThanksStage, ThanksState>> = {
  private: { line: '只有您和对方有', acts: [show(true, '问问能不能放上感谢墙')] },
  asked: { line: '在等对方点头', acts: [show(false, '不问了')] },
  declined: { line: '对方想只留给您', acts: [] },
  hearing: { line: '两边都愿意，社区听一遍录音就放上墙', acts: [show(false, '不放了')] },
  kept: { line: '社区听过，这段声音只留给您和对方', acts: [] },
  shown: { line: '在感谢墙上', acts: [show(false, '从墙上取下来')] },
};

/** Where it stands, or would: of a shop also on the page of the shop. */
const whereText = ({ isToShop }: Pick<Shape, 'isToShop'>): string => (isToShop ? '感谢墙和店的页面' : '感谢墙');

/** Whether a recording can be shown at all. */
const hasVoice = ({ voice }: Shape): boolean => voice?.state === 'shown';

const ALL_HEAR = '放上墙，社区里的人都能听到您的声音';

/** The ways to say yes: the voice is a choice of its own, and the words alone are always one. */
const yesActs = (thanks: Shape, plain: string): readonly ThanksAct[] => {
  if (!hasVoice(thanks)) return [consent(true, plain, 'secondary')];
  return [consent(true, '愿意，放我的声音', 'secondary', true), ...(thanks.words === '' ? [] : [consent(true, '可以，只放文字', 'secondary')])];
};

const said = (thanks: Shape): ThanksState => {
  switch (thanks.stage) {
    case 'private':
      return { line: '只有您和对方有', acts: [] };
    case 'asked':
      return { line: `对方想放上${whereText(thanks)}，不写您的名字${hasVoice(thanks) ? `。${ALL_HEAR}` : ''}`, acts: [...yesActs(thanks, '愿意'), consent(false, '只留给对方')] };
    case 'declined':
      return { line: '只留给对方', acts: yesActs(thanks, '改主意了，可以给邻居看').map((act) => ({ ...act, kind: 'text' })) };
    case 'hearing':
      return { line: '社区先听一遍录音，没有名字、门牌这些就放上墙', acts: [...(thanks.words === '' ? [] : [consent(true, '只放文字')]), consent(false, '还是只留给对方')] };
    case 'kept':
      return { line: '社区听过，这段声音只留给您和对方', acts: [] };
    case 'shown':
      return { line: thanks.voice?.isOnWall === true ? '在感谢墙上，邻居们听得到' : `在${whereText(thanks)}上`, acts: [...(thanks.voice?.isOnWall === true && thanks.words !== '' ? [consent(true, '只放文字')] : []), consent(false, '从墙上取下来')] };
  }
};

/** What became of a recording the giver does not hear; null when there is nothing to say. Only whoever spoke is told. */
export const voiceLine = ({ voice, words, side }: Omit<Shape, 'isToShop'>): string | null => {
  if (voice === null || side === 'received') return null;
  const why = voice.note === '' ? '里面有不能转交的内容' : `社区听过：${voice.note}`;
  switch (voice.state) {
    case 'checking':
      return words === '' ? '录音正在检查，好了就给对方听' : '录音正在检查，文字对方已经看到了';
    case 'human':
      return words === '' ? '录音要请社区听一遍，一两个工作日，再给对方' : '录音要请社区听一遍，文字对方已经看到了';
    case 'refused':
      return words === '' ? `录音没有送到：${why}。可以写几句话再谢一次` : `录音没有送到：${why}。文字对方看得到`;
    case 'shown':
      return voice.note === '' ? null : `社区听过：${voice.note}`;
  }
};

/** Pure: how it stands with showing it, and what the reader may do about it. */
export const thanksState = (thanks: Shape): ThanksState => {
  if (thanks.side === 'said') return said(thanks);
  return thanks.stage === 'shown' ? { ...RECEIVED.shown, line: `在${whereText(thanks)}上` } : RECEIVED[thanks.stage];
};

interface HearingWords {
  readonly title: string;
  readonly about: string;
  readonly clear: string;
  readonly refuse: string;
  readonly reasons: readonly string[];
  readonly cleared: string;
  readonly refused: string;
}

/** By what they listen for. */
const HEARING_WORDS: Readonly<Record<ThanksHearing, HearingWords>> = {
  check: {
    title: '能给对方听吗？', about: '自动检查拿不准。能听，就只有帮忙的那位听得到。', clear: '没问题，给对方听', refuse: '不转交',
    reasons: ['里面有骂人的话', '录的是别的声音，听不到人说话', '里面有广告'], cleared: '好，对方听得到了', refused: '没有转交，已告诉说的人',
  },
  wall: {
    title: '能给全社区听吗？', about: '两边都愿意放上感谢墙。听听有没有名字、门牌、电话、病情、年纪。', clear: '没有这些，放上墙', refuse: '声音不放，只放文字',
    reasons: ['里面说到了名字', '里面说到了住在哪儿', '里面说到了身体情况'], cleared: '放上感谢墙了', refused: '声音不放，已告诉两边',
  },
};

/** What staff are asked; where there are no words beside the voice, it stays with the two sides instead. */
export const hearingWords = (purpose: ThanksHearing, hasWords: boolean): HearingWords =>
  purpose === 'wall' && !hasWords ? { ...HEARING_WORDS.wall, refuse: '不放，留给他们两边' } : HEARING_WORDS[purpose];
