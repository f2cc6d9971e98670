import { View } from '@tarojs/components';
import type { MatchFiguresView, MatchReportView } from '@contract';
import { Card } from '@/components/card/card';
import { Figure } from '@/components/figure/figure';
import { KeyValue } from '@/components/key-value/key-value';
import { ProgressBar } from '@/components/progress-bar/progress-bar';
import { SectionHead } from '@/components/section-head/section-head';
import { fairnessWords, leftOutWords, moreThan } from './match-round-words';

function Bar({ label, value, max }: { label: string; value: number; max: number }) {
  return (
    <View className="u-mt3">
      <View className="u-row u-between u-gap2"><View className="u-mid">{label}</View><View className="u-mid u-bold">{value} / {max} 个</View></View>
      <View className="u-mt1"><ProgressBar value={value} max={max} label={`${label}，${String(value)} 个`} /></View>
    </View>
  );
}

/** Before and after: what order of arrival gives beside what the round gives, by 小区, and what fairness costs. */
export function RoundFigures({ figures }: { figures: MatchFiguresView }) {
  const { wishes, placed, placedShares, arrivalPlaced, total, arrivalTotal, longest, byArea, objective, dualObjective, offers } = figures;
  const better = moreThan(total, arrivalTotal);
  const leftOut = leftOutWords(figures);
  return (
    <View>
      <Card className="u-mt4">
        <View className="u-row u-between u-gap3 u-wrap"><Figure value={placed} unit={`个配上了，共 ${String(wishes)} 个在等`} /></View>
        <Bar label="这一轮" value={placed} max={wishes} />
        <Bar label="要是先来后到" value={arrivalPlaced} max={wishes} />
        <View className="u-sub u-mt3">{placedShares} 份，来自 {offers} 份资源。{better === null ? '' : better === '一样' ? '总的合适程度和先来后到一样。' : `总的合适程度比先来后到${better}。`}{objective === dualObjective && wishes > 0 ? '这是能配出的最好一种，已经验过。' : ''}</View>
        {leftOut !== '' && <View className="u-cap u-mt2">{leftOut}。</View>}
      </Card>
      {longest.wishes > 0 && <Card tone="ochre" className="u-mt3"><View className="u-mid u-bold">等得最久的（最长 {longest.waitingDays} 天）</View><View className="u-sub u-mt1">{fairnessWords(figures)}</View></Card>}
      {byArea.length > 0 && (
        <View>
          <SectionHead title="各小区" note="配上 / 在等，括号里是先来后到" />
          <Card><KeyValue figures rows={byArea.map(({ areaId, areaName, wishes: waiting, placed: given, arrivalPlaced: arrival }) => ({ label: areaName === '' ? areaId : areaName, value: `${String(given)} / ${String(waiting)}（${String(arrival)}）` }))} /></Card>
        </View>
      )}
    </View>
  );
}

/** What became of it. */
export function RoundReport({ report }: { report: MatchReportView }) {
  const { wishes, served, servedShares, waited, proposals, passes, byArea } = report;
  return (
    <View>
      <SectionHead title="小结" />
      <Card tone="green">
        <Figure value={served} unit={`个有人接了，${String(servedShares)} 份`} />
        <View className="u-mt3"><ProgressBar value={served} max={wishes} label="有人接了" /></View>
        <View className="u-sub u-mt2">{waited} 个还在等，留在墙上。{passes > 1 ? `没答应的又配了 ${String(passes - 1)} 次。` : ''}</View>
      </Card>
      <Card className="u-mt3"><KeyValue figures rows={[
        { label: '接下了', value: proposals.accepted },
        { label: '说这次不行', value: proposals.declined },
        { label: '等的人说不合适', value: proposals.unsuited },
        { label: '没有回音', value: proposals.lapsed },
        { label: '已经有别人了', value: proposals.gone },
      ]} /></Card>
      {byArea.length > 1 && <View><SectionHead title="各小区" note="接下 / 在等" /><Card><KeyValue figures rows={byArea.map(({ areaId, areaName, wishes: waiting, served: given }) => ({ label: areaName === '' ? areaId : areaName, value: `${String(given)} / ${String(waiting)} 个` }))} /></Card></View>}
    </View>
  );
}
