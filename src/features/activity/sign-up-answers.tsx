import { View } from '@tarojs/components';
import { ErrorState } from '@/components/error-state/error-state';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { useApiQuery } from '@/lib/use-api';
import './activity.css';

/** What people answered to the organiser's questions; nothing while nobody did. */
export function SignUpAnswers({ shiftId, questions }: { shiftId: string; questions: readonly string[] }) {
  const answers = useApiQuery('shift.answers', { shiftId });
  if (answers.data?.length === 0) return null;
  return (
    <View>
      <SectionHead title="大家的回答" />
      {answers.isLoading && <SkeletonList kind="row" count={2} />}
      {answers.failure !== null && <ErrorState failure={answers.failure} onRetry={() => void answers.refresh()} />}
      {answers.data?.map((person) => (
        <View key={person.signUpId} className="act-person">
          <View className="u-h3">{person.name}</View>
          {questions.map((question, index) => <View key={question} className="u-sub u-mt1">{question}：{person.answers[index] === undefined || person.answers[index] === '' ? '没写' : person.answers[index]}</View>)}
        </View>
      ))}
    </View>
  );
}
