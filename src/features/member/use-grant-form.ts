import { useState } from 'react';
import type { MeView, PersonView, Role } from '@contract';
import { useApiCommand } from '@/lib/use-api-command';
import type { AreaRef } from './area-drill';
import { decideGrantableRoles } from './role-scope';

const SHOP_MISSING = '写上店名，认领时邻居看得到';
const ROLE_MISSING = '先选一个身份';

/** Giving one role to one person: the role, the node, and the shop's name for a merchant. */
export function useGrantForm(me: MeView, person: PersonView, startPath: readonly AreaRef[], onGranted: (person: PersonView) => void) {
  const [path, setPath] = useState<readonly AreaRef[]>(startPath);
  const [role, setRole] = useState<Role | null>(null);
  const [shopName, setShopName] = useState('');
  const [isTried, setTried] = useState(false);
  const grant = useApiCommand('member.grantRole', {
    about: `${person.memberId}:${role ?? ''}`,
    invalidates: ['member.roleHolders'],
    onDone: (changed) => {
      setRole(null);
      setShopName('');
      setTried(false);
      onGranted(changed);
    },
  });
  const area = path[path.length - 1];
  const roles = area === undefined ? [] : decideGrantableRoles(me.roles, area.areaId);
  const chosen = role !== null && roles.includes(role) ? role : null;
  const isShopMissing = chosen === 'merchant' && shopName.trim() === '';
  return {
    path,
    setPath,
    roles,
    chosen,
    chooseRole: setRole,
    shopName,
    setShopName,
    areaName: area?.name ?? '',
    isBusy: grant.isBusy,
    roleError: isTried && chosen === null ? ROLE_MISSING : '',
    shopError: isTried && isShopMissing ? SHOP_MISSING : (grant.fields.merchantName ?? ''),
    refusal: grant.failure !== null && grant.fields.merchantName === undefined ? grant.failure.message : '',
    submit: () => {
      setTried(true);
      if (chosen === null || area === undefined || isShopMissing) return;
      const merchant = chosen === 'merchant' ? { merchantName: shopName.trim() } : {};
      void grant.run({ memberId: person.memberId, role: chosen, areaId: area.areaId, ...merchant });
    },
  };
}
