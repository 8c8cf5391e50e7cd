import { describe, expect, it } from 'vitest';
import { SimulatedTalk } from '#test/kit/dialogue.ts';

// A Thursday morning in Delhi.
const NOW = '2026-03-05T02:30:00.000Z';

/** Somebody who has said everything for a hospital's appointment but the time. */
function atTheSlot(): SimulatedTalk {
  const talk = new SimulatedTalk('hi-Latn', NOW);
  talk.conversation = {
    ...talk.conversation,
    consents: { 'hospital-appointment': 'notice-1' },
    languageChosen: true,
    form: {
      applicationId: 'application-1',
      serviceId: 'hospital-appointment',
      version: '2026-11-25',
      answers: { hospital_area: 'central' },
      papers: {},
      papersSkipped: [],
      asking: { what: 'question', question: 'appointment', tries: 0 },
      step: 3,
      startedAt: NOW,
    },
  };
  taps(talk, 'form/go-on');
  // What comes before the slot is asked first; only the slot is looked at here.
  const { form } = talk.conversation;
  if (form)
    talk.conversation = {
      ...talk.conversation,
      form: { ...form, asking: { what: 'question', question: 'appointment', tries: 0 } },
    };
  says(talk, 'madad');
  return talk;
}

const says = (talk: SimulatedTalk, text: string) => heard(talk, { type: 'text', text });
const taps = (talk: SimulatedTalk, id: string) => heard(talk, { type: 'choice', id });
const heard = (talk: SimulatedTalk, content: { type: 'text'; text: string } | { type: 'choice'; id: string }): string =>
  talk
    .hear({ type: 'heard', content })
    .map((message) => talk.shown(message))
    .join('\n');
const answered = (talk: SimulatedTalk) => talk.conversation.form?.answers.appointment;

describe('a time that is booked in the chat', () => {
  it('is asked for by day, then by hour, ten rows at a time', () => {
    const talk = atTheSlot();
    expect(talk.said.at(-1)?.choices?.length).toBe(10);
    expect(taps(talk, 'slot/more/9')).toMatch(/Kis din/);
    expect(taps(talk, 'slot/day/2026-03-06')).toMatch(/kis samay/);
    expect(taps(talk, 'slot/days')).toMatch(/Kis din/);
    taps(talk, 'slot/day/2026-03-06');
    taps(talk, 'slot/time/2026-03-06T10:30');
    expect(answered(talk)).toBe('2026-03-06T10:30');
  });

  it('is understood in people’s own words', () => {
    const talk = atTheSlot();
    const said = says(talk, 'kal 11 baje');
    expect(answered(talk)).toBe('2026-03-06T11:00');
    expect(said).toMatch(/15 minute roka gaya/);
  });

  it('is asked for again where only the day was said, or the hour is not offered', () => {
    const talk = atTheSlot();
    expect(says(talk, 'kal shaam 5 baje')).toMatch(/woh samay khaali nahi/);
    expect(says(talk, '10:30')).toMatch(/roka gaya/);
    expect(answered(talk)).toBe('2026-03-06T10:30');
  });

  it('is not chosen by a bare yes, nor by an hour without its day: what is wanted is said', () => {
    const talk = atTheSlot();
    expect(says(talk, 'haan')).toMatch(/koi ek din chahiye[\s\S]*Kis din/);
    expect(says(talk, '11 baje')).toMatch(/Pehle din bataiye[\s\S]*Kis din/);
    taps(talk, 'slot/day/2026-03-06');
    expect(says(talk, 'yes')).toMatch(/koi ek samay chahiye[\s\S]*kis samay/);
    expect(answered(talk)).toBeUndefined();
  });

  it('stays as it was when somebody who was to move it says no', () => {
    const talk = atTheSlot();
    const { form: _form, ...open } = talk.conversation;
    talk.conversation = open;
    expect(says(talk, 'nahi')).toMatch(/Booking waisi hi rahegi/);
    expect(talk.conversation.slots).toBeUndefined();
  });

  it('is not taken on a day that is not offered', () => {
    const talk = atTheSlot();
    expect(says(talk, '8 march 2026')).toMatch(/Us din kuch khaali nahi/);
    expect(answered(talk)).toBeUndefined();
  });

  it('is looked for anew when somebody else was faster', () => {
    const talk = atTheSlot();
    taps(talk, 'slot/day/2026-03-06');
    const said = talk.hear({ type: 'refused', wish: 'hold-slot', key: 'booking.slotTaken', details: {} });
    expect(said.map((message) => talk.shown(message)).join('\n')).toMatch(/kisi aur ne le liya[\s\S]*Kis din/);
  });

  it('leaves a form that waits for consent as it is when a booking that was to be moved finds its time taken', () => {
    const talk = atTheSlot();
    const { form } = talk.conversation;
    if (!form) throw new Error('no form is open');
    const waiting = { ...form, applicationId: 'application-2', answers: {}, asking: { what: 'consent' as const } };
    talk.conversation = { ...talk.conversation, form: waiting };
    const said = talk.hear({ type: 'refused', wish: 'move-booking', key: 'booking.slotTaken', details: {} });
    expect(said.map((message) => talk.shown(message)).join('\n')).toMatch(/kisi aur ne le liya/);
    expect(talk.conversation.form).toEqual(waiting);
  });
});
