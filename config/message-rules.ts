import type { CategoryRule, MessageRule, MessageRules } from '#domain/notification/message-rules.ts';

const ours = { from: '2026-11-01', verified: true, source: 'Rule of this installation: nobody is woken by an office' };

const regulator = {
  from: '2018-07-19',
  verified: false,
  source:
    'TRAI, Telecom Commercial Communications Customer Preference Regulations 2018: transactional and service messages ' +
    'pass the preferences of the do-not-disturb register, promotional ones do not; not read at the source',
};

const kind = (value: MessageRule) => ({ value, ...ours });
const category = (value: CategoryRule) => ({ value, ...regulator });

/**
 * Delhi's rules. One-time passwords are not among them: they go at once, whatever the hour, to whoever has just asked
 * for one. Nothing here is promotional; a text that were would have to say so, and then goes by no SMS.
 */
export const messageRules: MessageRules = {
  hours: {
    value: { from: '09:00', until: '21:00' },
    from: '2018-07-19',
    verified: false,
    source:
      'Hours in which operators carry promotional messages (providers say 9 or 10 to 21), kept for all that nobody asked for',
  },
  awakeMinutes: { value: 30, ...ours },
  kinds: {
    reply: kind({ category: 'service-implicit', atAnyHour: true }),
    notice: kind({ category: 'service-implicit', atAnyHour: true }),
    news: kind({ category: 'service-implicit', atAnyHour: false }),
    owed: kind({ category: 'service-implicit', atAnyHour: false }),
  },
  categories: {
    transactional: category({ passesDoNotDisturb: true }),
    'service-implicit': category({ passesDoNotDisturb: true }),
    // With a consent that stands in the operators' own register, which we do not keep: without it as an offer.
    'service-explicit': category({ passesDoNotDisturb: false }),
    promotional: category({ passesDoNotDisturb: false, hours: { from: '10:00', until: '21:00' } }),
  },
};

/** On the stand-ins' phones nobody sleeps, and whoever tries it out at night wants to see what comes. */
export const withoutHours: MessageRules = {
  ...messageRules,
  hours: { ...messageRules.hours, value: { from: '00:00', until: '24:00' } },
};
