import { ROLES, type Role } from '@contract';
import type { RoleHeld } from '../kernel/access';
import { decideGrant, decideMayManage, decideRevoke, roleAreaIdsOf, ROLES_MAX } from './roles';

const held = (role: Role, areaId: string, merchantName: string | null = null): RoleHeld => ({ role, areaId, areaName: areaId, merchantName, grantedBy: 'm_0', grantedAtMs: 1 });
const giver = (role: Role, areaId: string): { readonly roles: readonly RoleHeld[] } => ({ roles: [held(role, areaId)] });
const codeOf = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }): string => (result.ok ? 'ok' : (result.refusal?.code ?? ''));

describe('who may give which role where', () => {
  it('administrators give every role at their node and below', () => {
    for (const role of ROLES) {
      expect(codeOf(decideMayManage(giver('administrator', 'hs'), role, 'hs-s1-c1'))).toBe('ok');
      expect(codeOf(decideMayManage(giver('administrator', 'hs-s1'), role, 'hs'))).toBe('ROLE_AREA_TOO_HIGH');
    }
  });

  it('staff give what works beside them, never staff or administrators', () => {
    const given = ROLES.filter((role) => decideMayManage(giver('staff', 'hs-s1-c1'), role, 'hs-s1-c1').ok);
    expect(given).toEqual(['socialWorker', 'volunteer', 'groupOwner']);
    expect(codeOf(decideMayManage(giver('staff', 'hs-s1-c1'), 'staff', 'hs-s1-c1'))).toBe('NOT_ALLOWED');
    expect(codeOf(decideMayManage(giver('staff', 'hs-s1-c1'), 'merchant', 'hs-s1-c1'))).toBe('NOT_ALLOWED');
    expect(codeOf(decideMayManage(giver('staff', 'hs-s1-c1'), 'volunteer', 'hs-s1-c2'))).toBe('ROLE_AREA_TOO_HIGH');
  });

  it('nobody else gives any', () => {
    for (const role of ['socialWorker', 'merchant', 'volunteer', 'groupOwner'] as const) expect(decideMayManage(giver(role, 'hs'), 'volunteer', 'hs-s1').ok).toBe(false);
    expect(decideMayManage({ roles: [] }, 'volunteer', 'hs').ok).toBe(false);
  });
});

describe('giving and taking', () => {
  it('adds a role once; a merchant needs a name and may get a new one', () => {
    const merchant = held('merchant', 'hs-s1-c1', '吴记粮油');
    expect(decideGrant([], merchant)).toEqual({ ok: true, value: [merchant] });
    expect(decideGrant([merchant], { ...merchant, grantedAtMs: 9 })).toEqual({ ok: true, value: null });
    const renamed = held('merchant', 'hs-s1-c1', '吴记粮油店');
    expect(decideGrant([merchant], renamed)).toEqual({ ok: true, value: [renamed] });
    expect(codeOf(decideGrant([], held('merchant', 'hs-s1-c1')))).toBe('BAD_INPUT');
  });

  it('holds a bounded number', () => {
    const many = Array.from({ length: ROLES_MAX }, (_, index) => held('volunteer', `hs-s${index}`));
    expect(codeOf(decideGrant(many, held('volunteer', 'hs-t')))).toBe('NOT_ALLOWED');
  });

  it('takes exactly the named one, and nothing when it is not held', () => {
    const target = { _id: 'm_1', roles: [held('volunteer', 'hs-s1-c1'), held('volunteer', 'hs-s1-c2')] };
    expect(decideRevoke('m_0', target, 'volunteer', 'hs-s1-c1')).toEqual({ ok: true, value: [target.roles[1]] });
    expect(decideRevoke('m_0', target, 'staff', 'hs-s1-c1')).toEqual({ ok: true, value: null });
  });

  it('lets no administrator lock everybody out', () => {
    const target = { _id: 'm_1', roles: [held('administrator', 'hs')] };
    expect(codeOf(decideRevoke('m_1', target, 'administrator', 'hs'))).toBe('NOT_ALLOWED');
    expect(decideRevoke('m_0', target, 'administrator', 'hs')).toEqual({ ok: true, value: [] });
  });

  it('lists each node above a role once, so that holders below a node are found by it', () => {
    expect(roleAreaIdsOf([held('staff', 'hs-s1-c1'), held('merchant', 'hs-s1-c2', 'x')])).toEqual(['hs', 'hs-s1', 'hs-s1-c1', 'hs-s1-c2']);
    expect(roleAreaIdsOf([])).toEqual([]);
  });
});
