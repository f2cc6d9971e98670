import { useState } from 'react';
import { ScrollView, Text, View } from '@tarojs/components';
import { EXPORT_PARTS } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { toApiFailure } from '@/lib/api-failure';
import { callApi } from '@/lib/call-api';
import { copyText } from '@/lib/copy-text';
import { prettyJson } from './pretty-json';
import './member.css';

type Copied = 'no' | 'yes' | 'failed';

const COPY_WORDS: Readonly<Record<Copied, string>> = { no: '全部复制', yes: '复制好了，贴到哪里都行', failed: '没复制成，再点一次' };

/** Everything the program holds about a person, to read here and to take along. */
export function ExportPanel() {
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const [copied, setCopied] = useState<Copied>('no');
  const load = async (): Promise<void> => {
    setProblem('');
    setCopied('no');
    try {
      const parts = await Promise.all(EXPORT_PARTS.map((part) => callApi('member.exportData', { part })));
      setText(prettyJson(parts.map(({ json }) => json)));
    } catch (thrown) {
      setProblem(toApiFailure(thrown).message);
    }
  };
  const copy = async (): Promise<void> => {
    const outcome = await copyText(text ?? '');
    if (outcome !== 'unasked') setCopied(outcome === 'copied' ? 'yes' : 'failed');
  };
  return (
    <View>
      <Button kind="secondary" icon="download" onClick={load}>带走我的资料</Button>
      {problem !== '' && <View className="u-mt3"><Notice tone="warn">{problem}</Notice></View>}
      <Sheet isOpen={text !== null} title="您的全部资料" onClose={() => setText(null)} action={<Button onClick={copy}>{COPY_WORDS[copied]}</Button>}>
        <View className="u-sub">给电脑读的格式，人也看得懂：前面是名目，后面是内容。</View>
        <ScrollView scrollY className="mem-export u-mt3">
          <Text className="mem-export-text" userSelect>{text}</Text>
        </ScrollView>
      </Sheet>
    </View>
  );
}
