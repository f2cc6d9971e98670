import type { NEED_PROJECT_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { cancelProject, finishProject, getProject, listProjects, planProject, runProject, saveProject, takeProject } from './need-project.use-case';

export const needProjectHandlers: Pick<Handlers, keyof typeof NEED_PROJECT_ROUTES> = {
  'needProject.list': listProjects,
  'needProject.get': getProject,
  'needProject.save': saveProject,
  'needProject.plan': planProject,
  'needProject.run': runProject,
  'needProject.finish': finishProject,
  'needProject.cancel': cancelProject,
  'needProject.take': takeProject,
};
