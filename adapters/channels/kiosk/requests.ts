import type { WebRequest, WebResponse } from '#adapters/shared/route.ts';

export const notUnderstood: WebResponse = { status: 422, body: { error: { key: 'web.notUnderstood' } } };

/** Who is signed in; the routes of a kiosk let nobody else in. */
export const operatorOf = ({ officer }: WebRequest): string => officer?.officer.id ?? '';
