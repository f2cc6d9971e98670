import { useState } from 'react';
import { View } from '@tarojs/components';
import type { DifferenceView, ReconciliationView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/error-state';
import { KeyValue } from '@/components/key-value/key-value';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { formatMoment } from '@/lib/format';
import { goBack } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { useListPage } from '@/lib/use-list-page';
import { WordsSheet } from '@/components/words-sheet/words-sheet';
import { dayWords, differenceWords, reconciliationTag, STATE_WORDS, sumWords } from './reconciliation-words';

const STALE = ['reconciliation.get', 'reconciliation.list', 'staff.queue'] as const;

/** 一天的账: WeChat's bill against our books, and why they differ once somebody found out. */
export function ReconciliationScreen({ reconciliationId }: { reconciliationId: string }) {
  const query = useApiQuery('reconciliation.get', { reconciliationId });
  useListPage(query);
  if (query.data === undefined) return <Screen title="一天的账">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '返回', onClick: () => void goBack() }} />}</Screen>;
  return <Loaded reconciliation={query.data} />;
}

function Loaded({ reconciliation }: { reconciliation: ReconciliationView }) {
  const { reconciliationId, day, entityName, state, differences, differenceCount, checkedAtMs, explanation } = reconciliation;
  const [isOpen, setOpen] = useState(false);
  const explain = useApiCommand('reconciliation.explain', { about: reconciliationId, invalidates: STALE, onDone: () => { setOpen(false); toast('记下了，同事都看得到'); } });
  const nowMs = serverNowMs();
  const tag = reconciliationTag(reconciliation);
  const sums = sumWords(reconciliation).filter((words) => words !== '').join('，');
  const facts = [...(sums === '' ? [] : [{ label: '微信账单', value: sums }]), ...(checkedAtMs === null ? [] : [{ label: '什么时候对的', value: formatMoment(checkedAtMs, nowMs) }])];
  return (
    <Screen title="一天的账" bottom={state === 'different' ? <BottomBar><Button onClick={() => setOpen(true)}>找到了，写原因</Button></BottomBar> : undefined}>
      <View className="u-row u-wrap u-between u-gap2"><View className="u-h2">{dayWords(day, nowMs)}</View><Tag tone={tag.tone} icon={tag.icon}>{tag.words}</Tag></View>
      <View className="u-sub u-mt1 u-break">{entityName}</View>
      <View className="u-mid u-mt3">{STATE_WORDS[state]}</View>
      {explanation !== null && <View className="u-mt4"><Notice tone="info" title={`${explanation.byName} · ${formatMoment(explanation.atMs, nowMs)}`}>{explanation.words}</Notice></View>}
      {facts.length > 0 && <View className="u-mt4"><KeyValue rows={facts} /></View>}
      {differences.length > 0 && <Differences differences={differences} count={differenceCount} />}
      <WordsSheet isOpen={isOpen} title="差在哪儿？" placeholder="比如：晚上 11 点 59 分付的，微信算到了第二天" actionText="写好了" field="words" command={explain} onClose={() => setOpen(false)} onSend={(words) => explain.run({ reconciliationId, words })} />
    </Screen>
  );
}

function Differences({ differences, count }: { differences: readonly DifferenceView[]; count: number }) {
  return (
    <View>
      <SectionHead title="哪里不一样" {...(count > differences.length ? { note: `一共 ${count} 处，这里是前 ${differences.length} 处` } : {})} />
      <View className="u-stack">
        {differences.map((difference, index) => {
          const { title, next, sides } = differenceWords(difference);
          return (
            <Card key={index}>
              <View className="u-h3">{title}</View>
              {sides.length > 0 && <View className="u-mt2 u-break"><KeyValue rows={sides} /></View>}
              <View className="u-sub u-mt2">{next}</View>
            </Card>
          );
        })}
      </View>
    </View>
  );
}
