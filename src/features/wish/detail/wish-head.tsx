import { View } from '@tarojs/components';
import { WISH_CATEGORY_LABEL, type WishDetailView } from '@contract';
import { Avatar } from '@/components/avatar/avatar';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { ShareDots } from '@/components/share-dots/share-dots';
import { Tag } from '@/components/tag/tag';
import { TitleWords } from '@/components/title-words/title-words';
import { formatMoney } from '@/lib/format';
import { isHelpedElsewhere, sharesSentence, sharesWords, stateNotice, type Tone } from '../wish-words';
import './detail.css';

const NOTICE_TONE: Readonly<Record<Tone, 'info' | 'warn' | 'good' | 'accent'>> = { accent: 'accent', green: 'good', ochre: 'warn', blue: 'info', plum: 'accent', neutral: 'info' };

/** Tags, title, who posted it, what state it is in, and the shares. */
export function WishHead({ wish }: { wish: WishDetailView }) {
  // While an answer is asked for, the card to answer with says so itself.
  const notice = wish.canAnswer ? null : stateNotice(wish.state, wish.isMine, wish.reviewNote);
  return (
    <View>
      <View className="detail-tags">
        {wish.isErrand ? <Tag icon="home">跑腿</Tag> : <Tag tone="accent">{WISH_CATEGORY_LABEL[wish.category]}</Tag>}
        {wish.shares.wanted > 1 && <Tag icon="users">大家凑一份</Tag>}
        {wish.urgency === 'urgent' && <Tag tone="ochre" icon="clock">急</Tag>}
        {wish.isMine && <Tag tone="green">我发的</Tag>}
      </View>
      <TitleWords text={wish.title} className="detail-title u-title" />
      <View className="u-row u-gap2 u-mt2">
        <Avatar name={posterInitial(wish.posterText)} size={26} />
        <View className="u-sub">{wish.posterText}</View>
      </View>
      {notice !== null && <View className="u-mt4"><Notice tone={NOTICE_TONE[notice.tone]} title={notice.title}>{notice.text}</Notice></View>}
      <View className="u-mt4"><SharesCard wish={wish} /></View>
    </View>
  );
}

/** "社工周敏代发" stands for 周; a neighbour for 邻. */
function posterInitial(posterText: string): string {
  return posterText.replace(/^(社工|社区|志愿者)/, '') || '邻';
}

function SharesCard({ wish }: { wish: WishDetailView }) {
  const words = sharesWords(wish);
  // Whoever helped in the end brought no shares; the lines below tell who it was.
  const hasFruits = wish.shares.wanted > 1 && !isHelpedElsewhere(wish);
  const { delivered, held, left, wanted } = wish.shares;
  const hasShareText = wish.shareNote !== '' || wish.valuePerShareFen !== null;
  // The notice above has already said how a single share ended.
  if (!hasFruits && wish.state !== 'open' && !hasShareText) return null;
  return (
    <Card>
      {hasFruits && <ShareDots delivered={delivered} held={held} open={left} size={wanted <= 6 ? 32 : 20} />}
      {wanted === 1 && wish.state === 'open' && <SingleShare {...words} isOpen={left > 0} />}
      {hasFruits && (
        <View className="detail-share-foot">
          <View className="u-sub">{sharesSentence(wish.shares)}</View>
          <View className={`u-h3 ${words.tone === 'green' ? 'u-green' : 'u-accent'}`}>{words.text}</View>
        </View>
      )}
      {hasShareText && (
        <View className={`u-sub ${!hasFruits && wish.state !== 'open' ? '' : 'u-mt2'}`}>{shareText(wish)}</View>
      )}
    </Card>
  );
}

/** One share is told in words: 等人帮, and that one neighbour is enough. */
function SingleShare({ text, tone, isOpen }: { text: string; tone: Tone; isOpen: boolean }) {
  return (
    <View className="u-row u-between u-gap3">
      <View className={`u-h3 ${tone === 'green' ? 'u-green' : 'u-accent'}`}>{text}</View>
      {isOpen && <View className="u-sub">有一位邻居就够</View>}
    </View>
  );
}

/** "一份：5 公斤米 + 1.8 升油，约 ¥80" */
export function shareText(wish: Pick<WishDetailView, 'shareNote' | 'valuePerShareFen' | 'shares'>): string {
  const value = wish.valuePerShareFen === null ? '' : `约 ${formatMoney(wish.valuePerShareFen)}`;
  const what = [wish.shareNote, value].filter((part) => part !== '').join('，');
  return wish.shares.wanted > 1 ? `一份：${what}` : what;
}
