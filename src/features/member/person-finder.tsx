import { useState } from 'react';
import { View } from '@tarojs/components';
import type { PersonView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { toApiFailure } from '@/lib/api-failure';
import { callApi } from '@/lib/call-api';

const CODE_LENGTH = 8;
const CODE_WRONG = '编号是 8 位字母和数字，在对方的“我的”里';

/** Looks a person up by the code they read out; spaces and small letters do not matter. */
export function PersonFinder({ onFound }: { onFound: (person: PersonView) => void }) {
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState('');
  const cleaned = code.replace(/\s/g, '').toUpperCase();
  const find = async (): Promise<void> => {
    setProblem('');
    if (!/^[A-Z0-9]{8}$/.test(cleaned)) {
      setProblem(CODE_WRONG);
      return;
    }
    try {
      onFound(await callApi('member.lookup', { code: cleaned }));
      setCode('');
    } catch (thrown) {
      const failure = toApiFailure(thrown);
      setProblem(failure.fields.code ?? failure.message);
    }
  };
  return (
    <View>
      <Field
        label="请对方念一下编号"
        hint="打开“我的”，往下看到的 8 位"
        value={code}
        placeholder="例如 K7M2 P4QX"
        maxLength={CODE_LENGTH + 3}
        error={problem}
        onChange={(text) => {
          setProblem('');
          setCode(text);
        }}
      />
      <View className="u-mt3"><Button kind="secondary" icon="search" onClick={find}>查一下是谁</Button></View>
    </View>
  );
}
