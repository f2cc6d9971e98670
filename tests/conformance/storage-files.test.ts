import { byDocument, bySdk, localScenario, scenario, type World } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import { send, wireError } from './support/wire';

const FILES = byDocument('wxcloud/reference-sdk-api/storage');
const NAMES = byDocument('developers.weixin.qq.com wxcloud/guide/storage/naming');
const PER_FILE = bySdk('wx-server-sdk provider/tcb/api: status of each file');

const upload = async ({ sdk }: World, cloudPath: string, content: string | Buffer = 'hello'): Promise<string> => (await sdk.uploadFile({ cloudPath, fileContent: Buffer.from(content) })).fileID;
const download = async ({ sdk }: World, fileID: string): Promise<string> => (await sdk.downloadFile({ fileID })).fileContent.toString();
const remove = ({ sdk }: World, ...fileList: string[]) => sdk.deleteFile({ fileList });

async function link({ sdk }: World, fileID: string, maxAge?: number): Promise<string> {
  const { fileList } = await sdk.getTempFileURL({ fileList: [maxAge === undefined ? fileID : { fileID, maxAge }] });
  return fileList[0]?.tempFileURL ?? '';
}
const statusOf = async (address: string, init?: RequestInit): Promise<number> => (await fetch(address, init)).status;

/** The upload of a name gives it back, byte for byte, and it can be removed. */
const keeps = (name: string, cloudPath: string, content: string | Buffer = 'hello') =>
  scenario(name, FILES, async (world) => {
    const fileID = await upload(world, cloudPath, content);
    const { fileContent } = await world.sdk.downloadFile({ fileID });
    const { fileList } = await remove(world, fileID);
    return [fileID.endsWith(`/${cloudPath}`), Buffer.compare(fileContent, Buffer.from(content)), fileList[0]?.status];
  }, [true, 0, 0]);

const refusesName = (name: string, cloudPath: string) =>
  scenario(name, NAMES, async (world) => (await world.refusal(() => upload(world, cloudPath))).errMsg, expect.stringMatching(/\S/));

runScenarios('storage: files', [
  keeps('a file comes back as it was', 'p/a.txt'),
  keeps('a path of many folders', 'a/b/c/d/e/f/g/h.txt'),
  keeps('a name in Chinese with a blank', '上传/图 1.png'),
  keeps('a name with signs of addresses', 'p/100%?#&+=@.txt'),
  keeps('a name with an encoded slash in it', 'p/a%2Fb.txt'),
  keeps('a name with a face', 'p/👪.txt'),
  keeps('an empty file', 'p/empty.txt', ''),
  keeps('bytes that are no text', 'p/bytes.bin', Buffer.from([0, 255, 254, 10, 13, 0, 128])),
  keeps('two megabytes', 'p/large.bin', Buffer.alloc(2 * 1024 * 1024, 'ab')),

  refusesName('a name that begins with a slash is refused', '/p/a.txt'),
  refusesName('a name with two slashes together is refused', 'p//a.txt'),
  refusesName('a name over 850 bytes is refused', 'x'.repeat(851)),
  refusesName('a Chinese name over 850 bytes is refused', '邻'.repeat(284)),
  refusesName('a name with an escape character is refused', 'p/\u001b.txt'),
  keeps('a name of 850 bytes', 'x'.repeat(850)),
  localScenario('a name that climbs is refused', NAMES, async (world) => (await world.refusal(() => upload(world, 'p/../../x'))).errMsg, expect.stringContaining('not a storage path')),

  scenario('an upload to the same path takes its place', FILES, async (world) => {
    await upload(world, 'p/a.txt', 'first');
    const fileID = await upload(world, 'p/a.txt', 'second');
    return download(world, fileID);
  }, 'second'),
  scenario('uploadFile gives the file id and, of the SDK, a status of -1', bySdk('@cloudbase/node-sdk storage/index.js:54'), async (world) => {
    const { fileID, statusCode } = await world.sdk.uploadFile({ cloudPath: 'p/a.txt', fileContent: Buffer.from('x') });
    return [fileID.startsWith('cloud://'), statusCode];
  }, [true, -1]),
  scenario('a download of a file that is not there is refused', PER_FILE, async (world) => {
    const fileID = await upload(world, 'p/gone.txt');
    await remove(world, fileID);
    const { errCode, errMsg } = await world.refusal(() => world.sdk.downloadFile({ fileID }));
    return [errCode, errMsg.length > 0];
  }, [-1, true]),

  scenario('deleteFile tells each file: there, missing, of another environment', PER_FILE, async (world) => {
    const fileID = await upload(world, 'p/a.txt');
    const missing = fileID.replace('a.txt', 'never.txt');
    const { fileList } = await remove(world, fileID, missing, 'cloud://other.6f74-other/p/a.txt');
    return fileList.map(({ status }) => status);
  }, [0, -503003, -503003]),
  scenario('deleteFile twice finds nothing the second time', PER_FILE, async (world) => {
    const fileID = await upload(world, 'p/a.txt');
    await remove(world, fileID);
    const [file] = (await remove(world, fileID)).fileList;
    return file;
  }, expect.objectContaining({ status: -503003, errMsg: 'storage file not exists' })),
  scenario('deleteFile of the same file twice in one list', PER_FILE, async (world) => {
    const fileID = await upload(world, 'p/a.txt');
    return (await remove(world, fileID, fileID)).fileList.map(({ status }) => status);
  }, [0, -503003]),
  localScenario('deleteFile takes 50 files and no more', FILES, async (world) => {
    const fileID = await upload(world, 'p/a.txt');
    const fifty = await remove(world, ...Array.from({ length: 50 }, () => fileID));
    const { code } = await world.refusal(() => remove(world, ...Array.from({ length: 51 }, () => fileID)));
    return [fifty.fileList.length, code];
  }, [50, 'INVALID_PARAM']),

  scenario('getTempFileURL gives links that answer without a name', FILES, async (world) => {
    const address = await link(world, await upload(world, 'p/a.txt'));
    return [await statusOf(address), await (await fetch(address)).text()];
  }, [200, 'hello']),
  scenario('getTempFileURL takes ids and ids with an age, each with its status', PER_FILE, async (world) => {
    const fileID = await upload(world, 'p/a.txt');
    const { fileList } = await world.sdk.getTempFileURL({ fileList: [fileID, { fileID, maxAge: 60 }, fileID.replace('a.txt', 'never.txt')] });
    return fileList.map(({ status, tempFileURL, maxAge }) => [status, tempFileURL !== '', maxAge]);
  }, [[0, true, expect.any(Number)], [0, true, 60], [-503003, false, undefined]]),
  localScenario('getTempFileURL takes 50 files and no more', byDocument('Cloud.getTempFileURL: 50 at once'), async (world) => {
    const fileID = await upload(world, 'p/a.txt');
    const ids = (count: number): string[] => Array.from({ length: count }, () => fileID);
    const fifty = await world.sdk.getTempFileURL({ fileList: ids(50) });
    const { code } = await world.refusal(() => world.sdk.getTempFileURL({ fileList: ids(51) }));
    return [fifty.fileList.length, code];
  }, [50, 'INVALID_PARAM']),
  scenario('getTempFileURL of an object without age is refused by the SDK', bySdk('@cloudbase/node-sdk storage/index.js:142'), (world) => world.refusal(() => world.sdk.getTempFileURL({ fileList: [{ fileID: 'x' }] })),
    expect.objectContaining({ errMsg: expect.stringContaining('fileID 和 maxAge') as unknown })),

  localScenario('a link ends when its age of program time is over', FILES, async (world) => {
    const address = await link(world, await upload(world, 'p/a.txt'), 60);
    await world.local.control('clock', { advanceMs: 59_000 });
    const before = await statusOf(address);
    await world.local.control('clock', { advanceMs: 2_000 });
    return [before, await statusOf(address)];
  }, [200, 403]),
  localScenario('a link without age answers for two hours', FILES, async (world) => {
    const address = await link(world, await upload(world, 'p/a.txt'));
    await world.local.control('clock', { advanceMs: 7_190_000 });
    const before = await statusOf(address);
    await world.local.control('clock', { advanceMs: 20_000 });
    return [before, await statusOf(address)];
  }, [200, 403]),
  localScenario('a link with its signature, time or path changed is refused', FILES, async (world) => {
    await upload(world, 'p/b.txt', 'other');
    const address = await link(world, await upload(world, 'p/a.txt'));
    const forged = [
      address.replace(/sign=(.)/, (_whole, letter: string) => `sign=${letter === '0' ? '1' : '0'}`), address.replace(/t=(\d)/, 't=9'), address.replace('p/a.txt', 'p/b.txt'), address.replace(/\?.*/, ''), address.replace(/sign=[^&]*/, 'sign='), `${address}0`,
    ];
    return Promise.all(forged.map((one) => statusOf(one)));
  }, [403, 403, 403, 403, 403, 403]),
  localScenario('a link of a file removed since finds nothing', FILES, async (world) => {
    const fileID = await upload(world, 'p/a.txt');
    const address = await link(world, fileID);
    await remove(world, fileID);
    return statusOf(address);
  }, 404),
  localScenario('a link tells size and type without the bytes', bySdk('@cloudbase/node-sdk storage/index.js getFileInfo: HEAD'), async (world) => {
    const answer = await fetch(await link(world, await upload(world, 'p/a.png', 'hello')), { method: 'HEAD' });
    return [answer.status, answer.headers.get('content-length'), answer.headers.get('content-type')];
  }, [200, '5', 'image/png']),
  localScenario('a link takes no other method', FILES, async (world) => statusOf(await link(world, await upload(world, 'p/a.txt')), { method: 'DELETE' }), 405),

  localScenario('a ticket of an upload is good once', bySdk('@cloudbase/node-sdk storage/index.js:54'), async (world) => {
    const { body } = await send(world.local.url, { action: 'storage.getUploadMetadata', path: 'p/t.txt', method: 'put' });
    const { url } = (body as { data: { url: string } }).data;
    return [await statusOf(url, { method: 'PUT', body: 'one' }), await statusOf(url, { method: 'PUT', body: 'two' }), await statusOf(`${world.local.url}/upload/none`, { method: 'PUT', body: 'x' })];
  }, [200, 403, 403]),
  localScenario('an upload that is never sent leaves no file', bySdk('@cloudbase/node-sdk storage/index.js:54'), async (world) => {
    const { body } = await send(world.local.url, { action: 'storage.getUploadMetadata', path: 'p/never.txt', method: 'put' });
    const { fileId } = (body as { data: { fileId: string } }).data;
    return (await world.sdk.getTempFileURL({ fileList: [fileId] })).fileList[0]?.status;
  }, -503003),
  localScenario('an upload over 32 MB is refused in the form of the object store', FILES, async (world) => {
    const { errMsg } = await world.refusal(() => upload(world, 'p/huge.bin', Buffer.alloc(33 * 1024 * 1024)));
    return errMsg;
  }, expect.stringContaining('EntityTooLarge')),
  localScenario('a path with a property\'s name is a path', NAMES, async (world) => {
    const missing = await send(world.local.url, { action: 'storage.batchDeleteFile', fileid_list: [world.local.cloud.storage.fileId('__proto__')] });
    const fileID = await upload(world, '__proto__', 'x');
    return [missing.body, await download(world, fileID)];
  }, [expect.objectContaining({ data: { delete_list: [expect.objectContaining({ code: 'STORAGE_FILE_NONEXIST' }) as unknown] } }), 'x']),
  localScenario('fifty uploads at once are fifty files', FILES, async (world) => {
    const ids = await Promise.all(Array.from({ length: 50 }, (_unused, index) => upload(world, `p/${index}.txt`, String(index))));
    const contents = await Promise.all(ids.map((id) => download(world, id)));
    return contents.every((content, index) => content === String(index));
  }, true),
  localScenario('an empty list is refused', FILES, (world) => send(world.local.url, { action: 'storage.batchDeleteFile', fileid_list: [] }), wireError('INVALID_PARAM', '1 to 50')),
]);
