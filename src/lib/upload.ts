import Taro from '@tarojs/taro';
import { brokenFailure, offlineFailure } from './api-failure';
import { callApi } from './call-api';
import { type UploadPurpose, uploadExtension } from './upload-extension';

export type { UploadPurpose } from './upload-extension';

/** Sends a local file to a path that only this person may write; answers the file's id. Throws `ApiFailure`. */
export async function uploadFile(purpose: UploadPurpose, localPath: string): Promise<string> {
  const { cloudPath } = await callApi('media.issueUpload', { purpose, extension: uploadExtension(localPath) });
  const answer = await Taro.cloud.uploadFile({ cloudPath, filePath: localPath }).catch(() => { throw offlineFailure(); });
  if (answer.fileID === '') throw brokenFailure();
  return answer.fileID;
}
