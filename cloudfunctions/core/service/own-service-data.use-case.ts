import { memberHours } from '../ledger/account';
import type { MemberContext } from '../platform/context';
import { command, store } from '../platform/store';

/** Newest of each kind; keeps the answer under the 1 MB that a function may return. What is left out is said. */
const ROWS_MAX = 300;

type Row = Readonly<Record<string, unknown>>;

/** One's own; whoever confirmed it is not theirs to take. */
const RECORD_FIELDS = ['source', 'state', 'kind', 'title', 'placeText', 'organiserName', 'recordedByName', 'recordedAtMs', 'fromMs', 'toMs', 'minutes', 'countedMinutes', 'reason', 'endNote', 'changes', 'ask'] as const;
const LINE_FIELDS = ['asset', 'phase', 'amount', 'debitAccount', 'creditAccount', 'reversesId', 'cause', 'createdAtMs'] as const;
/** What one confirmed or entered for somebody else: that it was done and when, not whose hours they are. */
const FOR_OTHERS_FIELDS = ['source', 'state', 'title', 'fromMs', 'toMs'] as const;
const CERTIFICATE_FIELDS = ['number', 'state', 'holderName', 'isNameShown', 'organiserName', 'fromDay', 'toDay', 'minutes', 'lines', 'issuedAtMs', 'revokedAtMs', 'why'] as const;

/** Everything held about the caller's service, for whoever takes their data along. Eight requests at most. */
export const ownServiceData = async ({ callerId }: MemberContext): Promise<Row> => {
  const page = { limit: ROWS_MAX + 1 };
  const [serviceRecords, hourLines, serviceConfirmed, serviceEntered, certificates, hours] = await Promise.all([
    store.query<Row>('serviceRecords', { ...page, where: { memberId: callerId }, order: [['fromMs', 'desc'], ['_id', 'desc']], fields: RECORD_FIELDS }),
    store.query<Row>('transfers', { ...page, where: { accounts: memberHours(callerId), pendingId: null }, order: [['place', 'desc']], fields: LINE_FIELDS }),
    store.query<Row>('serviceRecords', { ...page, where: { secondId: callerId, state: command.in(['waiting', 'counting', 'counted', 'clashing', 'refused', 'revoked', 'lapsed']) }, fields: FOR_OTHERS_FIELDS }),
    store.query<Row>('serviceRecords', { ...page, where: { recordedById: callerId }, fields: FOR_OTHERS_FIELDS }),
    store.query<Row>('certificates', { ...page, where: { memberId: callerId }, order: [['issuedAtMs', 'desc'], ['_id', 'desc']], fields: CERTIFICATE_FIELDS }),
    store.find<Row>('accounts', memberHours(callerId)),
  ]);
  const lists = { serviceRecords, hourLines, serviceConfirmed, serviceEntered, certificates };
  const onlyNewestOfService = Object.entries(lists).filter(([, rows]) => rows.length > ROWS_MAX).map(([name]) => name);
  const kept = Object.fromEntries(Object.entries(lists).map(([name, rows]) => [name, rows.slice(0, ROWS_MAX)]));
  return { onlyNewestOfService, ...kept, hours };
};
