import { useState } from 'react';
import type { NeedProjectView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { useDraft } from '@/lib/drafts';
import { type FormErrors, withoutPrefix } from '@/lib/form-errors';
import { goBack, replacePage } from '@/lib/pages';
import { toast } from '@/lib/toast';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { PROJECT_STALE } from './need-stale';
import { ProjectFields } from './project-fields';
import { checkProjectForm, formOfProject, type ProjectForm } from './project-form';

/** 改计划: kept on the phone until it is saved. */
export function EditProjectScreen({ projectId }: { projectId: string }) {
  const query = useApiQuery('needProject.get', { projectId });
  const project = query.data;
  if (project === undefined) return <Screen title="改计划">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '返回', onClick: () => void goBack() }} />}</Screen>;
  if (!project.may.edit) return <Screen title="改计划"><ErrorState title="现在改不了" note="这个项目已经结束了。" link={{ text: '看这个项目', onClick: () => void replacePage('needProject', { id: projectId }) }} /></Screen>;
  return <Edit project={project} onStale={query.refresh} />;
}

/** What was typed stays where somebody else saved first: it is shown over the newer plan and may be saved again. */
function Edit({ project, onStale }: { project: NeedProjectView; onStale: () => Promise<void> }) {
  const { projectId, version } = project;
  const [stored] = useState(() => formOfProject(project));
  const draft = useDraft<ProjectForm>(`needProject.${projectId}`, stored);
  const [errors, setErrors] = useState<FormErrors>({});
  const save = useApiCommand('needProject.save', { about: projectId, invalidates: PROJECT_STALE, onDone: () => { draft.clear(); toast('存好了'); void goBack(); } });
  const send = async (): Promise<void> => {
    const checked = checkProjectForm(draft.value);
    setErrors(checked.errors ?? {});
    if (checked.plan !== null && (await save.run({ projectId, seenVersion: version, plan: checked.plan })) === null) await onStale();
  };
  const shown = { ...withoutPrefix(save.fields, 'plan'), ...errors };
  const failure = Object.keys(shown).length > 0 ? { message: '还有几处要补，看看上面红色的字。' } : save.failure;
  return (
    <Screen title="改计划" bottom={<BottomBar failure={failure} note={draft.savedAtMs === null ? '照着心愿写好的，改成合适的' : '草稿在手机里了'}><Button busy={save.isBusy} busyText="正在存…" onClick={send}>存好</Button></BottomBar>}>
      <ProjectFields value={draft.value} errors={shown} partners={project.partners} onChange={(patch) => { setErrors({}); save.clear(); draft.change(patch); }} />
    </Screen>
  );
}
