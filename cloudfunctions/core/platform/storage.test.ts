import { isOwnFile, issueUploadPath } from './storage';

const fileAt = (path: string): string => `cloud://linyuan-1.6c69-linyuan-1/${path}`;

describe('uploaded files', () => {
  it('knows a file by the folder it was issued to', () => {
    const path = issueUploadPath('m_abc', 'wishPhoto', 'jpg');
    expect(path).toMatch(/^uploads\/m_abc\/wishPhoto\/[0-9a-f]{24}\.jpg$/);
    expect(isOwnFile(fileAt(path), 'm_abc')).toBe(true);
  });

  it.each(['uploads/m_abcd/wishPhoto/1.jpg', 'uploads/m_other/wishPhoto/1.jpg', 'uploads/m_abc/../m_other/1.jpg', 'uploads/m_abc//1.jpg', 'uploads/m_abc', 'other/uploads/m_abc/1.jpg'])('refuses %s', (path) => {
    expect(isOwnFile(fileAt(path), 'm_abc')).toBe(false);
  });

  it('refuses what is no cloud file at all', () => {
    expect(isOwnFile('https://example.com/uploads/m_abc/1.jpg', 'm_abc')).toBe(false);
  });
});
