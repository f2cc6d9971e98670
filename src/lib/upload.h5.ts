import { brokenFailure, offlineFailure, toApiFailure } from './api-failure';
import { callApi } from './call-api';
import { previewPerson } from './preview-person';
import type { UploadPurpose } from './upload-extension';

export type { UploadPurpose } from './upload-extension';

const EXTENSION_OF_TYPE = { 'image/png': 'png', 'image/webp': 'webp', 'audio/mpeg': 'mp3', 'audio/aac': 'aac', 'audio/mp4': 'm4a' } as const;

async function put(cloudPath: string, body: Blob): Promise<string> {
  const response = await fetch(`${window.location.origin}/storage/${cloudPath}`, {
    method: 'PUT',
    headers: { 'x-openid': previewPerson(), 'content-type': body.type === '' ? 'image/jpeg' : body.type },
    body,
  });
  const answer = (await response.json()) as { fileID?: string };
  if (!response.ok || answer.fileID === undefined) throw brokenFailure();
  return answer.fileID;
}

/** The same in the browser preview: local storage routes instead of the cloud's. Throws `ApiFailure`. */
export async function uploadFile(purpose: UploadPurpose, localPath: string): Promise<string> {
  const body = await fetch(localPath).then((response) => response.blob());
  const extension = EXTENSION_OF_TYPE[body.type as keyof typeof EXTENSION_OF_TYPE] ?? 'jpg';
  const { cloudPath } = await callApi('media.issueUpload', { purpose, extension });
  return put(cloudPath, body).catch((thrown: unknown) => {
    throw thrown instanceof TypeError ? offlineFailure() : toApiFailure(thrown);
  });
}
