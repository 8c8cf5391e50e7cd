import type { Instant } from '#domain/shared/time.ts';
import { type DemoMethod, type DemoOrder, lastAttempt } from './orders.ts';
import { outcomes } from './outcome.ts';
import texts from './page-texts.json' with { type: 'json' };

export type PageLanguage = keyof typeof texts;

export const STYLE_PATH = '/demo-gateway/style.css';
const methods: readonly DemoMethod[] = ['upi', 'card', 'net-banking'];

/** What was asked for in the address, else what the browser prefers, else Hindi. */
export function pageLanguage(asked: string | undefined, acceptLanguage: string | undefined): PageLanguage {
  if (asked === 'hi' || asked === 'en') return asked;
  return acceptLanguage?.trim().toLowerCase().startsWith('en') ? 'en' : 'hi';
}

/** Can this order be paid on the page now? */
export const isPayable = (known: DemoOrder, now: Instant): boolean =>
  lastAttempt(known)?.outcome !== 'paid' && now < known.order.expiresAt;

/** The checkout page: works without scripts, and says at the top that it is a demonstration. */
export function checkoutPage(known: DemoOrder, language: PageLanguage, now: Instant, hint?: 'chooseBoth'): string {
  const t = texts[language];
  const notice = hint ?? noticeOf(known, now);
  return page(
    language,
    `<h1>${t.title}</h1>
<p class="notice">${t.noMoney}</p>
${notice ? `<p class="notice" role="status">${t[notice]}</p>` : ''}
${summary(known, language)}
${isPayable(known, now) ? payForm(known, language) : ''}
<a ${isPayable(known, now) ? '' : 'class="button" '}href="${escapeHtml(known.order.returnUrl)}">${t.goBack}</a>`,
  );
}

export const unknownPage = (language: PageLanguage): string =>
  page(language, `<h1>${texts[language].title}</h1><p class="notice" role="status">${texts[language].unknown}</p>`);

function noticeOf(known: DemoOrder, now: Instant) {
  const outcome = lastAttempt(known)?.outcome;
  if (outcome === 'paid') return 'isPaid';
  if (!isPayable(known, now)) return 'isExpired';
  if (outcome === 'pending') return 'isPending';
  return outcome === 'failed' ? 'lastDeclined' : undefined;
}

function summary(known: DemoOrder, language: PageLanguage): string {
  const { ref, order } = known;
  const attempt = lastAttempt(known);
  const t = texts[language];
  const rows: (readonly [string, string, string?])[] = [
    [t.payFor, order.description],
    [t.amount, inRupees(order.amount.paise, language), 'amount'],
    [t.validUntil, inIndia(order.expiresAt, language)],
    [t.reference, ref],
  ];
  if (attempt?.outcome === 'paid') rows.push([t.bankReference, attempt.bankReference]);
  const row = ([term, value, name]: (typeof rows)[number]) =>
    `<dt>${term}</dt><dd${name ? ` class="${name}"` : ''}>${escapeHtml(value)}</dd>`;
  return `<section><dl>${rows.map(row).join('')}</dl></section>`;
}

function payForm(known: DemoOrder, language: PageLanguage): string {
  const { order } = known;
  const attempt = lastAttempt(known);
  const t = texts[language];
  const isPending = attempt?.outcome === 'pending';
  const choices = methods.map((each) => methodChoice(each, language)).join('');
  return `<form method="post">
<input type="hidden" name="lang" value="${language}">
${
  isPending
    ? `<input type="hidden" name="method" value="${attempt.method}">`
    : `<fieldset><legend>${t.howToPay}</legend>${choices}</fieldset>`
}
<fieldset class="demo"><legend>${t.outcomeTitle}</legend>
${outcomes.map((each) => `<label class="choice">${radio('outcome', each, each === 'success')}${t[each]}</label>`).join('')}
<label for="lateSeconds">${t.lateSeconds}</label>
<input id="lateSeconds" name="lateSeconds" type="number" min="1" max="600" value="20">
</fieldset>
<button type="submit">${isPending ? t.answer : `${t.pay} ${inRupees(order.amount.paise, language)}`}</button>
</form>`;
}

function methodChoice(method: DemoMethod, language: PageLanguage): string {
  const t = texts[language];
  const [hint, label, field] = {
    upi: [t.upiHint, t.upiId, `<input id="upi" value="demo@example" readonly>`],
    card: [t.cardHint, t.cardNumber, `<input id="card" value="0000 0000 0000 0000" readonly>`],
    'net-banking': [
      t.netBankingHint,
      t.bank,
      `<select id="net-banking">${t.banks.map((bank) => `<option>${bank}</option>`).join('')}</select>`,
    ],
  }[method];
  return `<div class="method"><label class="choice">${radio('method', method, method === 'upi')}${t[method]}<small>${hint}</small></label>
<div class="more"><label for="${method}">${label}</label>${field}</div></div>`;
}

const radio = (name: string, value: string, isChosen: boolean): string =>
  `<input type="radio" name="${name}" value="${value}"${isChosen ? ' checked' : ''} required>`;

function page(language: PageLanguage, main: string): string {
  const other = language === 'hi' ? 'en' : 'hi';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts[language].title} · ${texts[language].gateway}</title>
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<header><strong>${texts[language].gateway}</strong><a href="?lang=${other}" lang="${other}" hreflang="${other}">${texts[other].language}</a></header>
<main>${main}</main>
</body>
</html>`;
}

const inRupees = (paise: number, language: PageLanguage): string =>
  new Intl.NumberFormat(`${language}-IN`, { style: 'currency', currency: 'INR' }).format(paise / 100);

const inIndia = (at: Instant, language: PageLanguage): string =>
  new Intl.DateTimeFormat(`${language}-IN`, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Kolkata',
  }).format(new Date(at));

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
