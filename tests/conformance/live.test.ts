import { COLLECTIONS } from './support/cloud';
import { LiveEnvironment, liveTargetOf } from './support/live-environment';
import { authorizationOf, type TcbCall } from './support/tencent-cloud';

const TARGET = liveTargetOf({ LINYUAN_LIVE_ENV: 'conformance-1', TENCENTCLOUD_SECRETID: 'id', TENCENTCLOUD_SECRETKEY: 'key' });

/** A service that notes what it was asked and answers as documented. */
function service(tables: readonly string[], failures = 0): { readonly asked: [string, Record<string, unknown>][]; readonly call: TcbCall } {
  const asked: [string, Record<string, unknown>][] = [];
  let left = failures;
  const call: TcbCall = (action, parameters) => {
    asked.push([action, parameters as Record<string, unknown>]);
    if (action === 'DescribeEnvs') return Promise.resolve({ EnvList: [{ Databases: [{ InstanceId: 'tnt-1' }] }] });
    if (action === 'ListTables') return Promise.resolve({ Tables: tables.map((TableName) => ({ TableName })) });
    if (action === 'UpdateTable' && left > 0) {
      left -= 1;
      return Promise.reject(new Error('UpdateTable: ResourceUnavailable'));
    }
    return Promise.resolve({});
  };
  return { asked, call };
}

describe('a live run', () => {
  test('signs as the example of the document', () => {
    const body = '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}';
    const credentials = { secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE', secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE' };
    const header = authorizationOf(credentials, { host: 'cvm.tencentcloudapi.com', service: 'cvm', body, atSeconds: 1551113065 });
    expect(header).toContain('Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request');
    expect(header).toContain('Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168');
  });

  test('names the variable that is missing', () => {
    expect(() => liveTargetOf({ LINYUAN_LIVE_ENV: 'conformance-1' })).toThrow('needs TENCENTCLOUD_SECRETID');
  });

  test('refuses an environment that is not empty, and touches nothing', async () => {
    const { asked, call } = service(['wishes']);
    await expect(new LiveEnvironment(TARGET, call).prepare(COLLECTIONS)).rejects.toThrow('conformance-1 is not empty (wishes');
    expect(asked.map(([action]) => action)).toEqual(['DescribeEnvs', 'ListTables']);
  });

  test('makes the collections with their indexes, waiting for what is not ready, and deletes them afterwards', async () => {
    const { asked, call } = service([], 2);
    const environment = new LiveEnvironment(TARGET, call, 1);
    await environment.prepare(COLLECTIONS);
    const made = asked.filter(([action]) => action === 'CreateTable').map(([, { TableName: name }]) => name);
    expect(made).toEqual(COLLECTIONS.map(({ name }) => name));
    const people = asked.find(([action, { TableName: name }]) => action === 'UpdateTable' && name === 'people');
    expect(people?.[1]).toMatchObject({ EnvId: 'conformance-1', Tag: 'tnt-1', CreateIndexes: [{ IndexName: 'code', MgoKeySchema: { MgoIsUnique: true, MgoIndexKeys: [{ Name: 'code', Direction: '1' }] } }] });
    await environment.remove(COLLECTIONS);
    expect(asked.filter(([action]) => action === 'DeleteTable')).toHaveLength(COLLECTIONS.length);
  });
});
