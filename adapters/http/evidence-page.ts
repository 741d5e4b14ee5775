/**
 * The evidence as one page without a script: it prints well, and saved to a file it is whole. What stands on it is our
 * own rendering of what was read, and says so: a picture of the platform's page would want a browser where Bellbird runs.
 */
import { DateTime } from 'luxon';
import type { Evidence } from '../../src/front/evidence.ts';
import { escapeHtml } from '../playground/html.ts';

type Mention = Evidence['mentions'][number];

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; color: #1c1c1c; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; border-top: 1px solid #767676; padding-top: 1rem; }
dl { display: grid; grid-template-columns: 11rem 1fr; gap: .25rem .75rem; } dt { color: #595959; } dd { margin: 0; }
blockquote { margin: 1rem 0; padding: .75rem 1rem; border: 1px solid #767676; border-radius: .5rem; white-space: pre-wrap; }
blockquote strong { display: block; }
table { border-collapse: collapse; width: 100%; font-size: .8rem; } th, td { text-align: left; vertical-align: top; border: 1px solid #767676; padding: .25rem .4rem; }
th, td:nth-child(-n+4) { overflow-wrap: normal; } code { font-size: .75rem; } .note { color: #595959; font-size: .9rem; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dt { margin-top: .5rem; } table, tbody, tr, td { display: block; } thead { display: none; } tr { margin-bottom: .75rem; } }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } blockquote, tr { break-inside: avoid; } }
`;

const DID: Readonly<Record<Mention['tasks'][number]['does'], string>> = {
  hide: 'Hide the reply',
  mute: 'Mute the author',
  block: 'Block the author',
  report: 'Report to the platform',
  escalate: 'Hand to the authority',
};
const STATES: Readonly<Record<Mention['tasks'][number]['state'], string>> = {
  'to-do': 'under way',
  'by-hand': 'to be done by hand',
  done: 'done',
  gone: 'no longer there to be done',
};

function moments(timezone: string) {
  return (at: number): string => {
    const local = DateTime.fromMillis(at, { zone: timezone }).setLocale('en-GB');
    return `${local.toFormat('cccc d LLLL yyyy, HH:mm:ss')} (${new Date(at).toISOString()})`;
  };
}

const rows = (pairs: readonly (readonly [string, string])[]): string =>
  `<dl>${pairs.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`;

function authorOf({ author }: Mention): string {
  const handle = author.handle === '' ? 'handle left out: it bears a pupil’s name' : author.handle;
  return [handle, author.name, `the platform’s id ${author.id}`]
    .filter((each) => each !== '')
    .join(', ');
}

function mentionPart(mention: Mention, { names, school }: Evidence): string {
  const moment = moments(school.timezone);
  const { text, named, decided, author } = mention;
  const words = text === '' ? '(left out: its words name a pupil)' : text;
  const blotted = named
    ? '<p class="note">A pupil’s name is blotted out here, for Bellbird keeps none. The post itself, while it stands, has it.</p>'
    : '';
  const pairs: [string, string][] = [
    ['Written by', authorOf(mention)],
    ['Written', moment(mention.at)],
    ['Read by Bellbird', moment(mention.readAt)],
    ['The platform’s id', mention.id],
    ['Address', mention.url ?? 'left out: it bears a pupil’s name'],
    ['Kind', mention.answers ? 'a reply to a post of ours' : 'a post that names our account'],
    ['Pictures or films', String(mention.media)],
    ...(mention.edited
      ? [
          ['Edited', 'worded anew after it was first read; these are the newest words'] as [
            string,
            string,
          ],
        ]
      : []),
    ['Words that decided', mention.words.join(' … ') || 'no single one'],
    ['Read as', mention.reasons.map(({ says }) => says).join(' ') || mention.sort],
    ...(decided
      ? ([
          ['Decided by', names[decided.by] ?? decided.by],
          ['Decided', moment(decided.at)],
          ['Reason', decided.reason || 'none given'],
        ] as [string, string][])
      : []),
    ...mention.tasks.map(({ does, state }): [string, string] => [DID[does], STATES[state]]),
  ];
  return `<h2>Mention ${mention.number}</h2>
<blockquote dir="auto"><strong>${escapeHtml(author.handle || 'Somebody')}</strong>${escapeHtml(words)}</blockquote>
${blotted}${rows(pairs)}`;
}

function ledgerPart({ rows: entries, names, school }: Evidence): string {
  const at = (moment: number) =>
    DateTime.fromMillis(moment, { zone: school.timezone }).toFormat('yyyy-MM-dd HH:mm:ss');
  const lines = entries.map(
    ({ seq, at: moment, actor, event, detail, prev, hash }) =>
      `<tr><td>${seq}</td><td>${at(moment)}</td><td>${escapeHtml(names[actor] ?? actor)}</td><td>${escapeHtml(event)}</td><td>${escapeHtml(JSON.stringify(detail))}<br><code>before ${prev}<br>hash ${hash}</code></td></tr>`,
  );
  return `<h2>From the ledger</h2>
<p class="note">Each row carries the hash of the one before it, so that a change, a gap or an insertion is found. <code>bellbird ledger verify</code> checks the whole chain these rows are of.</p>
<table><thead><tr><th>Row</th><th>When</th><th>Who</th><th>What</th><th>Detail and hashes</th></tr></thead><tbody>${lines.join('')}</tbody></table>`;
}

/** The whole page. Everything typed is escaped. */
export function evidencePage(evidence: Evidence): string {
  const { school, account, policy, clauses, mentions, drawnAt } = evidence;
  const moment = moments(school.timezone);
  const authority = school.authority
    ? `${school.authority.name}, ${school.authority.contact}`
    : 'the school file names none';
  const head = rows([
    ['School', school.name],
    ['Account', account],
    ['For', authority],
    ['Questions', school.office],
    ['Policy', policy],
    ...clauses.map(({ id, says }) => [id, says] as const),
    ['Drawn', moment(drawnAt)],
  ]);
  const title = `Evidence: ${mentions.length === 1 ? '1 mention' : `${mentions.length} mentions`} of ${account}`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p class="note">Bellbird’s own rendering of what it read from the platform; not a picture of the platform’s page. To keep it, print it or save it. It holds what strangers wrote about the school: hand it only to those it is for.</p>
${head}
${mentions.map((mention) => mentionPart(mention, evidence)).join('\n')}
${ledgerPart(evidence)}
</body>
</html>
`;
}
