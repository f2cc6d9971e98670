import { RATING_MEDIA_LABEL, type RatingMediaView } from '@contract';

const FOR_RATER: Readonly<Record<RatingMediaView['state'], string>> = { checking: '正在检查，检查过社区才看得到', human: '社区看过才算', shown: '只有您和社区有', refused: '没有通过检查，没有留下' };
const FOR_STAFF: Readonly<Record<RatingMediaView['state'], string>> = { checking: '还在检查', human: '自动检查拿不准，等一位同事看', shown: '', refused: '没有通过检查' };

/** Pure: how a recording, a photo or doubted words of a rating stand, in a line; empty where there is nothing to say. */
export function mediaLine({ kind, state, note }: Pick<RatingMediaView, 'kind' | 'state' | 'note'>, reader: 'rater' | 'staff'): string {
  // Words that passed are shown as what they are.
  if (kind === 'words' && state === 'shown') return '';
  const line = reader === 'rater' ? FOR_RATER[state] : FOR_STAFF[state];
  if (line === '') return '';
  return `${RATING_MEDIA_LABEL[kind]}：${line}${note === '' ? '' : `。社区说：${note}`}`;
}
