import { useState } from 'react';
import { View } from '@tarojs/components';
import type { BenefitDecision, ReviewView, RouteName } from '@contract';
import { BENEFIT_DECISION_LABEL } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { useApiCommand } from '@/lib/use-api-command';
import { NoteSheet } from './note-sheet';
import './review.css';

/** Reads that a weighed benefit makes stale. */
const STALE: readonly RouteName[] = ['staff.queue', 'review.get', 'wish.get', 'home.overview'];

const DONE_WORDS: Readonly<Record<BenefitDecision, string>> = {
  notApplicable: '好，接着照常审核',
  together: '补贴和邻居一起帮，接着照常审核',
  applyOnly: '告诉对方了，帮 TA 去办的事进了待办',
};

export interface BenefitPanelProps {
  readonly review: ReviewView;
  readonly onDecided: (words: string) => void;
}

/** Government help first, neighbours' help beside it (微爱1+1): what was found, and the three answers. */
export function BenefitPanel({ review, onDecided }: BenefitPanelProps) {
  const { wishId } = review.wish;
  const [isApplying, setApplying] = useState(false);
  const [chosen, setChosen] = useState<BenefitDecision | null>(null);
  const command = useApiCommand('review.benefit', { about: wishId, invalidates: STALE });
  const decide = async (decision: BenefitDecision, note = ''): Promise<void> => {
    setChosen(decision);
    if ((await command.run({ wishId, decision, note })) === null) return;
    setApplying(false);
    onDecided(DONE_WORDS[decision]);
  };
  const busy = (decision: BenefitDecision): boolean => command.isBusy && chosen === decision;
  return (
    <View>
      <BenefitHits benefits={review.benefits} />
      {command.failure !== null && !isApplying && <View className="u-mt3"><Notice tone="warn">{command.failure.message}</Notice></View>}
      <View className="u-mt4"><Button busy={busy('together')} busyText="正在记…" onClick={() => decide('together')}>{BENEFIT_DECISION_LABEL.together}：去办补贴，邻居也帮</Button></View>
      <View className="rev-links">
        <Button kind="text" size="small" onClick={() => setApplying(true)}>只{BENEFIT_DECISION_LABEL.applyOnly}</Button>
        <Button kind="text" size="small" busy={busy('notApplicable')} onClick={() => decide('notApplicable')}>{BENEFIT_DECISION_LABEL.notApplicable}</Button>
      </View>
      <NoteSheet
        isOpen={isApplying}
        title="只去办补贴"
        hint="心愿不上墙，对方会看到补贴的名字和这句话；帮 TA 去办会进您的待办。"
        templates={['明天上午我过来，一起把表填了。', '请带上身份证，到社区驿站来找我。']}
        buttonText="告诉对方"
        emptyText="请写一句接下来怎么办"
        isBusy={busy('applyOnly')}
        error={command.failure?.message ?? ''}
        onSend={(note) => void decide('applyOnly', note)}
        onClose={() => setApplying(false)}
      />
    </View>
  );
}

const STATE_TEXT: Readonly<Record<ReviewView['benefits']['state'], (byName: string) => string>> = {
  none: () => '',
  pending: () => '可能可以申请',
  cleared: (byName) => `${byName}看过，不适用`,
  together: (byName) => `${byName}说一起帮：`,
  applyOnly: (byName) => `${byName}说去办补贴：`,
};

/** The benefits a wish speaks to, with where to ask for them. */
export function BenefitHits({ benefits }: { benefits: ReviewView['benefits'] }) {
  if (benefits.hits.length === 0) return null;
  return (
    <View className="rev-benefits u-mt3">
      <View className="u-cap">{STATE_TEXT[benefits.state](benefits.byName)}</View>
      {benefits.state !== 'cleared' && benefits.hits.map((hit) => (
        <View key={hit.benefitId} className="u-mt2">
          <View className="u-bold">{hit.name}</View>
          <View className="u-sub">{hit.gives}；{hit.whereToApply}</View>
        </View>
      ))}
    </View>
  );
}
