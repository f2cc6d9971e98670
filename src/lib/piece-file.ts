import Taro from '@tarojs/taro';

const pathOf = (name: string): string => `${String(Taro.env.USER_DATA_PATH)}/${name}`;

const run = (act: (ends: { success: () => void; fail: (failure: { errMsg: string }) => void }) => void): Promise<void> =>
  new Promise((resolve, reject) => act({ success: resolve, fail: ({ errMsg }) => reject(new Error(errMsg)) }));

/** Begins a text file of this name on the phone, in place of an older one. Throws when the phone has no room. */
export const startFile = (name: string, text: string): Promise<void> => run((ends) => Taro.getFileSystemManager().writeFile({ filePath: pathOf(name), data: text, encoding: 'utf8', ...ends }));

/** Puts a further piece at its end. Throws when the file is gone or the phone has no room. */
export const appendFile = (name: string, text: string): Promise<void> => run((ends) => Taro.getFileSystemManager().appendFile({ filePath: pathOf(name), data: text, encoding: 'utf8', ...ends }));

/** It is still there; WeChat may clear what a program keeps when the phone is full. */
export const hasFile = (name: string): Promise<boolean> => run((ends) => Taro.getFileSystemManager().access({ path: pathOf(name), ...ends })).then(() => true, () => false);

export const removeFile = (name: string): Promise<void> => run((ends) => Taro.getFileSystemManager().unlink({ filePath: pathOf(name), ...ends }));

/** Sends the file into a chat of WeChat; 文件传输助手 brings it to a computer. Must be called from a tap; throws when the person turns back. */
export const sendFile = async (name: string): Promise<void> => { await Taro.shareFileMessage({ filePath: pathOf(name), fileName: name }); };
