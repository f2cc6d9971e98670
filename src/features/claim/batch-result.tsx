import { View } from '@tarojs/components';
import type { BatchItemView, ClaimBatchView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { Notice } from '@/components/notice/notice';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Screen } from '@/components/screen/screen';
import { TitleWords } from '@/components/title-words/title-words';
import { pictureOf } from '@/lib/picture-of';
import './batch.css';

interface BatchResultProps {
  readonly batch: ClaimBatchView;
  readonly onPlan: (item: BatchItemView) => void;
  readonly onMine: () => void;
  readonly onWall: () => void;
}

const headOf = (batch: ClaimBatchView): string => {
  if (batch.outcome === 'none') return batch.mode === 'allOrNothing' ? '这次一个都没有认' : '这次没认上';
  return batch.outcome === 'all' ? `${batch.wishCount} 个心愿都留给您了` : `${batch.wishCount} 个留给您了，${batch.items.length - batch.wishCount} 个没认上`;
};

const noteOf = (batch: ClaimBatchView): string => {
  if (batch.outcome === 'none') return batch.mode === 'allOrNothing' ? '有认不上的，照您说的一个都没留，别人还能认。去掉认不上的再来一次就行。' : '看看下面为什么，换几个再来。';
  return `以“${batch.giverName}”的名义，共 ${batch.shareCount} 份。对方很快会知道有人来帮了。`;
};

/** What became of each wish, and the one next thing. */
export function BatchResult({ batch, onPlan, onMine, onWall }: BatchResultProps) {
  const isNone = batch.outcome === 'none';
  const claimed = batch.items.filter((item) => item.isClaimed);
  const refused = batch.items.filter((item) => !item.isClaimed);
  const [first] = claimed;
  const button = first === undefined ? <Button onClick={onWall}>回心愿墙</Button> : <Button onClick={() => onPlan(first)}>{claimed.length > 1 ? '一个个定哪天送' : '定哪天送'}</Button>;
  return (
    <Screen title="一起认领" onBack={onWall} bottom={<BottomBar>{button}</BottomBar>}>
      <TitleWords text={headOf(batch)} className="u-title" />
      <View className="u-mt3"><Notice tone={isNone ? 'accent' : 'good'}>{noteOf(batch)}</Notice></View>
      {claimed.length > 0 && <View className="batch-rows u-mt4">{claimed.map((item) => <ResultRow key={item.wishId} item={item} onPlan={() => onPlan(item)} />)}</View>}
      {refused.length > 0 && <View className="batch-rows u-mt4">{refused.map((item) => <ResultRow key={item.wishId} item={item} />)}</View>}
      {!isNone && <View className="u-mt4"><Button kind="text" onClick={onMine}>看看我的认领</Button></View>}
    </Screen>
  );
}

function ResultRow({ item, onPlan }: { item: BatchItemView; onPlan?: () => void }) {
  return (
    <View className="batch-row">
      <PictureTile drawing={pictureOf(item.pictureKey)} size={52} />
      <View className="batch-words">
        <View className="u-mid u-bold u-two">{item.title}</View>
        <View className={`u-cap u-mt1 ${item.isClaimed ? '' : 'u-accent'}`}>{item.isClaimed ? `${item.shares} 份 · ${item.sentence}` : item.sentence}</View>
      </View>
      {onPlan === undefined ? <Icon name="close" size={20} className="u-ink3" /> : <Button kind="tint" size="small" onClick={onPlan}>定日子</Button>}
    </View>
  );
}
