import { useState } from 'react';
import { View } from '@tarojs/components';
import { type DirectedView, type DisclosureKind, LIMITS } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { CheckRow } from '@/components/check-row/check-row';
import { LaneBadge } from '@/components/lane-badge/lane-badge';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { WordsAndPhotosFields } from '@/components/words-and-photos/words-and-photos';
import { formatMoney } from '@/lib/format';
import { goBack } from '@/lib/pages';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { useWordsAndPhotos } from '@/lib/use-words-and-photos';
import { DIRECTED_STALE } from './directed-stale';
import { isTimeToReport } from './directed-words';

/** 写报告: what was done so far, or the whole once nothing is open. */
export function ReportScreen({ gift }: { gift: DirectedView }) {
  const { directedId, title, amountFen, fundsLeftFen, may } = gift;
  const [kind, setKind] = useState<DisclosureKind>(may.canReportWhole && isTimeToReport(gift) ? 'final' : 'periodic');
  const words = useWordsAndPhotos(`directed.report.${directedId}`, LIMITS.photosPerWish, 'campaignPhoto');
  const report = useApiCommand('directed.report', { about: `${directedId}:${kind}`, invalidates: DIRECTED_STALE, onDone: () => { words.draft.clear(); toast('公开了，给的人和邻居都看得到'); void goBack(); } });
  const text = words.draft.value.text.trim();
  const missing = text === '' ? '先写办了什么' : words.uploads.isSending ? '照片还在传' : words.uploads.hasFailed ? '有照片没传上，点它重传' : '';
  const note = kind === 'final' && amountFen !== null ? (fundsLeftFen > 0 ? `还剩 ${formatMoney(fundsLeftFen)}，报告以后再说去处` : '钱都花完了，报告以后就办完了') : '草稿在手机里，写到一半不会丢';
  return (
    <Screen title="写报告" bottom={<BottomBar failure={report.failure} note={note}><Button kind="green" busy={report.isBusy} busyText="正在公开…" disabled={missing !== ''} reason={missing} onClick={() => report.run({ directedId, kind, text, photos: words.uploads.fileIds })}>公开给大家</Button></BottomBar>}>
      <LaneBadge lane="directed" />
      <View className="u-h2 u-mt2 u-break">{title}</View>
      <View className="u-mt4">
        <CheckRow kind="radio" checked={kind === 'periodic'} note="还在办，说说到现在办了什么" onChange={() => setKind('periodic')}>中间说一次</CheckRow>
        <CheckRow kind="radio" checked={kind === 'final'} disabled={!may.canReportWhole} note={may.canReportWhole ? '这是最后一次，余款另外商量' : '还有钱没付出去，或者东西没点收，先办好'} onChange={() => setKind('final')}>说全部，办完了</CheckRow>
      </View>
      <View className="u-mt4"><WordsAndPhotosFields words={words} command={report} field="text" placeholder="办了什么、钱和东西用在哪、还差什么" maxLength={LIMITS.storyCharacters} /></View>
      <View className="u-mt4"><Notice tone="info" icon="lock">邻居都看得到，别写帮到的人的名字和病情。账上的每一笔会自己列出来，不用抄。</Notice></View>
    </Screen>
  );
}
