import { useState } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { DIFFICULTY_CHECK_LABEL, DIFFICULTY_CHECKS, type DifficultyCaseView, type DifficultyCheckKind } from '@contract';
import { Button } from '@/components/button/button';
import { SectionHead } from '@/components/section-head/section-head';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { CheckSheet } from './check-sheet';
import { CHECK_HINT } from './difficulty-words';
import './difficulty.css';

/** 看听查议: four rows, each done by whom and when, or waiting. */
export function CaseChecks({ view }: { view: DifficultyCaseView }) {
  const [kind, setKind] = useState<DifficultyCheckKind>('visit');
  const [isOpen, setOpen] = useState(false);
  const nowMs = serverNowMs();
  const record = (next: DifficultyCheckKind): void => {
    setKind(next);
    setOpen(true);
  };
  return (
    <View>
      <SectionHead title="四查" note={`${view.checksDone} / 4，至少两个人`} />
      <View className="dif-card">
        {DIFFICULTY_CHECKS.map((each) => {
          const done = view.checks.find((check) => check.kind === each);
          return (
            <View key={each} className="dif-check">
              <View className={`dif-seal ${done === undefined ? '' : 'dif-seal-on'}`}>{DIFFICULTY_CHECK_LABEL[each]}</View>
              <View className="u-grow">
                {done === undefined ? <View className="u-body">{CHECK_HINT[each]}</View> : <View className="u-body">{done.byName}记的{done.participantCount > 0 ? `，${done.participantCount} 个人议` : ''}</View>}
                {done !== undefined && <View className="u-cap">{formatDate(done.atMs, nowMs)}</View>}
              </View>
              {done === undefined && view.state === 'checking' && <Button kind="tint" size="small" onClick={() => record(each)}>记一项</Button>}
            </View>
          );
        })}
      </View>
      <CheckSheet key={kind} caseId={view.caseId} kind={kind} isOpen={isOpen} onClose={() => setOpen(false)} onDone={() => { setOpen(false); void Taro.showToast({ title: '记好了，同事看得到', icon: 'none' }); }} />
    </View>
  );
}
