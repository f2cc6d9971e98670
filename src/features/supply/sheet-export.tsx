import { useState } from 'react';
import { View } from '@tarojs/components';
import { SUPPLY_SHEET_LABEL, type SupplySheet } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { dayValue } from '@/lib/day-value';
import { sendFile, startFile } from '@/lib/piece-file';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';

interface Fetched {
  readonly name: string;
  readonly rows: number;
  readonly isAtLeast: boolean;
}

/** 导出表格, for staff: fetched onto the phone, then sent to a chat; WeChat only lets a tap do the latter. */
export function SheetExport({ sheet, communityId }: { sheet: SupplySheet; communityId: string }) {
  const [fetched, setFetched] = useState<Fetched | null>(null);
  const [problem, setProblem] = useState('');
  const command = useApiCommand('supply.export', { about: `${sheet}/${communityId}` });
  const fetch = async (): Promise<void> => {
    setProblem('');
    const answer = await command.run({ sheet, communityId });
    if (answer === null) return;
    const name = `${SUPPLY_SHEET_LABEL[sheet]} ${dayValue(serverNowMs())}.csv`;
    await startFile(name, answer.csv).then(() => setFetched({ name, rows: answer.rows, isAtLeast: answer.isAtLeast }), () => setProblem('手机里放不下了，清出一点地方再取。'));
  };
  const send = async (): Promise<void> => {
    setProblem('');
    await sendFile(fetched?.name ?? '').catch(() => setProblem('没发出去，再点一次就好；文件还在手机里。'));
  };
  const failure = problem !== '' ? problem : command.failure?.message;
  return (
    <View className="u-mt3">
      {fetched === null
        ? <Button kind="secondary" icon="download" busy={command.isBusy} busyText="正在取…" onClick={fetch}>导出{SUPPLY_SHEET_LABEL[sheet]}</Button>
        : <Button icon="share" onClick={send}>发到微信</Button>}
      {fetched !== null && <View className="u-cap u-mt2">{fetched.rows} 行{fetched.isAtLeast ? '，太多了，只取了一部分' : ''}。发给“文件传输助手”，电脑上用表格打开。</View>}
      {sheet === 'map' && <View className="u-cap u-mt2">里面有名字，用完请删掉，别转到群里。每导出一次都会记下是谁。</View>}
      {failure !== undefined && <View className="u-mt3"><Notice tone="warn">{failure}</Notice></View>}
    </View>
  );
}
