import { useState } from 'react';
import { View } from '@tarojs/components';
import type { ApiContract, ConsultView, ConsultWordKind, ConsultWordView } from '@contract';
import { CheckRow } from '@/components/check-row/check-row';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import { rankedPoints } from './consult-words';
import { JudgeFoot } from './judge-foot';
import { PointList } from './point-list';
import { WordCard } from './word-card';

type Of = ApiContract['consult.words']['parsed']['of'];
interface Shelf {
  readonly key: string;
  readonly label: string;
  readonly kind: ConsultWordKind;
  readonly of: Of;
  readonly empty: string;
}

const SHELVES: readonly Shelf[] = [
  { key: 'look', label: '等您看的', kind: 'object', of: 'waiting', empty: '不同意见都看过了' },
  { key: 'adds', label: '想加的', kind: 'add', of: 'open', empty: '想加的都答复了' },
  { key: 'objections', label: '不同意见', kind: 'object', of: 'open', empty: '不同意见都答复了' },
  { key: 'hidden', label: '没公开的', kind: 'object', of: 'hidden', empty: '没有不公开的' },
];

interface BodyProps {
  readonly consult: ConsultView;
  readonly chosen: readonly ConsultWordView[];
  readonly onChoose: (words: readonly ConsultWordView[]) => void;
}

/** 答复: what most people chose, and every addition and objection that waits. */
export function AnswerBody({ consult, chosen, onChoose }: BodyProps) {
  const { points, peopleCount, counts } = consult;
  const [shelf, setShelf] = useState<Shelf>(SHELVES[counts.waiting > 0 ? 0 : 1] ?? { key: '', label: '', kind: 'add', of: 'open', empty: '' });
  return (
    <View>
      <View className="u-title u-break">{consult.title}</View>
      <View className="u-sub u-mt2">{peopleCount} 人说了想法，还有 {counts.unanswered} 条等答复。</View>
      <SectionHead title="大家选的" note="选的人多的在前" />
      <PointList points={rankedPoints(points)} peopleCount={peopleCount} picks={null} onPick={() => undefined} />
      <SectionHead title="一条条答复" note={consult.may.answer ? '说得差不多的，勾上一起答' : '结束以后再答复'} />
      <ChipRow>{SHELVES.map((one) => <Chip key={one.key} kind="filter" on={shelf.key === one.key} onClick={() => { setShelf(one); onChoose([]); }}>{one.label}</Chip>)}</ChipRow>
      <View className="u-mt3"><ShelfList key={shelf.key} consult={consult} shelf={shelf} chosen={chosen} onChoose={onChoose} /></View>
    </View>
  );
}

function ShelfList({ consult, shelf, chosen, onChoose }: BodyProps & { readonly shelf: Shelf }) {
  const { consultId, points, may } = consult;
  const pages = useApiPages('consult.words', { consultId, kind: shelf.kind, of: shelf.of }, { isAlwaysFresh: true });
  useListPage(pages);
  const canAnswer = may.answer && shelf.of === 'open';
  const isOn = ({ wordId }: ConsultWordView): boolean => chosen.some((one) => one.wordId === wordId);
  const footOf = (word: ConsultWordView) => (
    <View>
      {canAnswer && <CheckRow checked={isOn(word)} onChange={(checked) => onChoose(checked ? [...chosen, word] : chosen.filter(({ wordId }) => wordId !== word.wordId))}>答复这一条</CheckRow>}
      {may.judge && <JudgeFoot consultId={consultId} word={word} />}
    </View>
  );
  return (
    <View>
      {pages.isLoading && <SkeletonList kind="wish" count={2} />}
      {pages.failure !== null && <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />}
      <View className="u-stack">{pages.items.map((word) => <WordCard key={word.wordId} word={word} points={points} foot={footOf(word)} />)}</View>
      {pages.items.length > 0 && <ListFoot pages={pages} />}
      {!pages.isLoading && pages.failure === null && pages.items.length === 0 && <EmptyState scene="basket" title={shelf.empty} />}
    </View>
  );
}
