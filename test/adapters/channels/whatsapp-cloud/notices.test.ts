import { describe, expect, it } from 'vitest';
import { parse } from '#adapters/channels/whatsapp-cloud/parse.ts';

const about = {
  message_template_id: 1,
  message_template_name: 'query_raised',
  message_template_language: 'hi',
};
const ours = { name: 'query_raised', language: 'hi' };

const heard = (field: string, value: object) => {
  const body = { object: 'whatsapp_business_account', entry: [{ id: '1', time: 1, changes: [{ field, value }] }] };
  const { templates, notices, alarms } = parse(body, { receivedAt: '2026-03-05T04:30:00.000Z' }) ?? {};
  return { templates, notices, alarms };
};

/** Errors that stand in a webhook by themselves are of the account, not of a message. */
const troubled = (code: number) => heard('messages', { errors: [{ code, title: 'no' }] });

describe('what WhatsApp tells beside the talk', () => {
  it('is an alarm when our account is in trouble, and a line in the log when it only has to wait', () => {
    expect(troubled(131031)).toMatchObject({ alarms: ['error-131031'], notices: [] });
    expect(troubled(130429)).toMatchObject({ alarms: [], notices: ['error-130429'] });
  });

  it.each([
    ['APPROVED', 'approved'],
    ['REINSTATED', 'approved'],
    ['PAUSED', 'paused'],
    ['DISABLED', 'disabled'],
    ['LOCKED', 'disabled'],
    ['LIMIT_EXCEEDED', 'disabled'],
    ['REJECTED', 'rejected'],
    ['PENDING', 'pending'],
    ['IN_APPEAL', 'pending'],
    ['ARCHIVED', 'gone'],
    ['DELETED', 'gone'],
    ['PENDING_DELETION', 'gone'],
  ])('is that a template is %s', (event, status) => {
    expect(heard('message_template_status_update', { ...about, event, reason: 'NONE' }).templates).toEqual([
      { ...ours, status },
    ]);
  });

  it('is nothing new of a template’s status when it is only flagged, but an alarm: it may be disabled soon', () => {
    const field = 'message_template_status_update';
    expect(heard(field, { ...about, event: 'FLAGGED', reason: null })).toMatchObject({
      templates: [ours],
      alarms: [`${field}-FLAGGED`],
    });
  });

  it('is that somebody has changed a text by hand', () => {
    const field = 'message_template_components_update';
    expect(heard(field, { ...about, message_template_element: 'body' })).toMatchObject({
      templates: [ours],
      notices: [field],
      alarms: [],
    });
  });

  it('is why a template was paused or refused', () => {
    const field = 'message_template_status_update';
    const paused = { event: 'PAUSED', reason: 'NONE', other_info: { title: 'FIRST_PAUSE', description: 'x' } };
    expect(heard(field, { ...about, ...paused }).templates).toEqual([
      { ...ours, status: 'paused', reason: 'FIRST_PAUSE' },
    ]);
    const said = { event: 'REJECTED', reason: 'INCORRECT_CATEGORY', message_template_category: 'MARKETING' };
    expect(heard(field, { ...about, ...said }).templates).toEqual([
      { ...ours, status: 'rejected', reason: 'INCORRECT_CATEGORY', category: 'marketing' },
    ]);
  });

  it('is by the advance notice the category that a template has, and the one that it will have', () => {
    const said = { new_category: 'UTILITY', correct_category: 'MARKETING', category_update_timestamp: 1772771400 };
    expect(heard('template_category_update', { ...about, ...said }).templates).toEqual([
      { ...ours, category: 'utility', announced: { category: 'marketing', from: '2026-03-06T04:30:00.000Z' } },
    ]);
  });

  it('is at last the category that a template has now', () => {
    const said = { previous_category: 'UTILITY', new_category: 'MARKETING' };
    expect(heard('template_category_update', { ...about, ...said }).templates).toEqual([
      { ...ours, category: 'marketing', announced: null },
    ]);
  });

  it('is how people like a template, whatever the field is called', () => {
    const said = { previous_quality_score: 'GREEN', new_quality_score: 'RED' };
    for (const field of ['message_template_quality_update', 'message_template_status_update']) {
      expect(heard(field, { ...about, ...said }).templates).toEqual([{ ...ours, quality: 'red' }]);
    }
  });

  it.each([
    ['account_update', { event: 'ACCOUNT_RESTRICTION', restriction_info: [] }, 'account_update-ACCOUNT_RESTRICTION'],
    ['account_update', { event: 'DISABLED_UPDATE' }, 'account_update-DISABLED_UPDATE'],
    ['phone_number_quality_update', { event: 'FLAGGED' }, 'phone_number_quality_update-FLAGGED'],
    ['account_review_update', { decision: 'REJECTED' }, 'account_review_update-REJECTED'],
    [
      'account_alerts',
      { alert_info: { alert_severity: 'CRITICAL', alert_status: 'ACTIVE', alert_type: 'OBA_DENIED' } },
      'account_alerts-OBA_DENIED',
    ],
    ['phone_number_name_update', { decision: 'REJECTED' }, 'phone_number_name_update-REJECTED'],
    ['security', { event: 'PIN_CHANGED' }, 'security-PIN_CHANGED'],
    ['flows', { event: 'FLOW_STATUS_CHANGE', new_status: 'BLOCKED' }, 'flows-FLOW_STATUS_CHANGE-BLOCKED'],
    [
      'flows',
      { event: 'ENDPOINT_LATENCY', p90_latency: 8000, alert_state: 'ACTIVATED' },
      'flows-ENDPOINT_LATENCY-ACTIVATED',
    ],
    ['flows', { event: 'FLOW_VERSION_EXPIRY_WARNING', warning: 'soon' }, 'flows-FLOW_VERSION_EXPIRY_WARNING'],
    ['payment_configuration_update', { status: 'Needs Connecting' }, 'payment_configuration_update-Needs_Connecting'],
  ])('is an alarm: %s %o', (field, value, alarm) => {
    expect(heard(field, value)).toMatchObject({ alarms: [alarm], notices: [] });
  });

  it.each([
    ['phone_number_quality_update', { event: 'THROUGHPUT_UPGRADE' }, 'phone_number_quality_update-THROUGHPUT_UPGRADE'],
    [
      'phone_number_quality_update',
      { event: 'ONBOARDING', current_limit: 'TIER_250' },
      'phone_number_quality_update-ONBOARDING-TIER_250',
    ],
    [
      'business_capability_update',
      { max_daily_conversations_per_business: 'TIER_2K' },
      'business_capability_update-TIER_2K',
    ],
    ['business_capability_update', { max_daily_conversations_per_business: 2000 }, 'business_capability_update-2000'],
    [
      'account_alerts',
      { alert_info: { alert_severity: 'CRITICAL', alert_status: 'NONE', alert_type: 'OBA_DENIED' } },
      'account_alerts-OBA_DENIED',
    ],
    ['flows', { event: 'FLOW_STATUS_CHANGE', new_status: 'PUBLISHED' }, 'flows-FLOW_STATUS_CHANGE-PUBLISHED'],
    [
      'flows',
      { event: 'ENDPOINT_AVAILABILITY', alert_state: 'DEACTIVATED' },
      'flows-ENDPOINT_AVAILABILITY-DEACTIVATED',
    ],
    ['payment_configuration_update', { status: 'Active' }, 'payment_configuration_update-Active'],
    ['account_update', { event: 'VERIFIED_ACCOUNT' }, 'account_update-VERIFIED_ACCOUNT'],
    ['security', { event: 'call +910000000001' }, 'security'],
    [
      'user_preferences',
      { user_preferences: [{ wa_id: '910000000001', category: 'marketing_messages', value: 'stop' }] },
      'user_preferences-stop',
    ],
  ])('is a line in the log: %s %o', (field, value, notice) => {
    expect(heard(field, value)).toMatchObject({ notices: [notice], alarms: [] });
  });
});
