import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { PickerRow } from '@/components/picker-row/picker-row';
import { sendFile } from '@/lib/piece-file';
import { serverNowMs } from '@/lib/server-clock';
import { exportWords, fileNameOf, monthsBack, monthWords } from './export-job';
import { useMonthExport } from './use-month-export';

/** A month of an area as a file: chosen, fetched with its progress, sent to a chat. */
export function ExportPanel({ areaId, areaName }: { areaId: string; areaName: string }) {
  const months = monthsBack(serverNowMs());
  // Mostly it is the month that is over.
  const [index, setIndex] = useState(1);
  const [problem, setProblem] = useState('');
  const { job, isRunning, failure, start, resume, stop, discard } = useMonthExport(areaId);
  const send = async (): Promise<void> => {
    setProblem('');
    await sendFile(fileNameOf(job)).catch(() => setProblem('没发出去，再点一次就好；文件还在手机里。'));
  };
  if (job.month === '') {
    return (
      <View className="u-stack">
        <PickerRow label="哪个月" options={months.map(monthWords)} index={index} onPick={setIndex} />
        <Button icon="download" busy={isRunning} busyText="正在取…" onClick={() => start(months[index] ?? '')}>导出{areaName}这个月的</Button>
      </View>
    );
  }
  return (
    <Card>
      <View className="u-h3">{monthWords(job.month)} · {areaName}</View>
      <View className="u-sub u-mt1">{exportWords(job, isRunning)}</View>
      {failure !== null && <View className="u-mt3"><Notice tone="warn">{failure.message}</Notice></View>}
      {problem !== '' && <View className="u-mt3"><Notice tone="warn">{problem}</Notice></View>}
      <View className="u-stack u-mt4">
        {!job.isDone && (isRunning ? <Button kind="secondary" onClick={stop}>先停一下</Button> : <Button icon="refresh" onClick={resume}>接着取</Button>)}
        {job.isDone && job.rows > 0 && <Button icon="share" onClick={send}>发到微信</Button>}
        {!isRunning && <Button kind="text" onClick={discard}>{job.isDone ? '换一个月' : '不要了，重新选'}</Button>}
      </View>
      {job.isDone && job.rows > 0 && <View className="u-cap u-mt2">发给“文件传输助手”，电脑上用表格打开。里面有真名，用完请删掉，别转到群里。</View>}
    </Card>
  );
}
