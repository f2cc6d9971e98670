import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { sendFile, startFile } from '@/lib/piece-file';
import { tableName } from './delivery-words';

interface DeliveryTableProps {
  readonly csv: string;
  readonly giverName: string;
  readonly madeAtMs: number;
}

/** 存成表格: put onto the phone, then sent to a chat; WeChat only lets a tap do the latter. */
export function DeliveryTable({ csv, giverName, madeAtMs }: DeliveryTableProps) {
  const [isKept, setKept] = useState(false);
  const [problem, setProblem] = useState('');
  const name = tableName(giverName, madeAtMs);
  const keep = async (): Promise<void> => {
    setProblem('');
    await startFile(name, csv).then(() => setKept(true), () => setProblem('手机里放不下了，清出一点地方再存。'));
  };
  const send = async (): Promise<void> => {
    setProblem('');
    await sendFile(name).catch(() => setProblem('没发出去，再点一次就好；表格还在手机里。'));
  };
  return (
    <View>
      {isKept ? <Button kind="secondary" icon="share" onClick={send}>把表格发到微信</Button> : <Button kind="secondary" icon="list" busyText="正在存…" onClick={keep}>存成表格</Button>}
      {isKept && <View className="u-cap u-mt2">发给“文件传输助手”，电脑上用表格打开。</View>}
      {problem !== '' && <View className="u-mt2"><Notice tone="warn">{problem}</Notice></View>}
    </View>
  );
}
