/** The school's policy in plain words: by topic or by search, each clause with how Bellbird holds it. */
import type { HeldBy, PolicyView } from '../src/desk/view.ts';
import type { Button, Card, Item, Part } from './model.ts';
import { capitalised } from './words.ts';

/** How one clause is held, honest about what this version does not do yet. */
function heldWords(held: HeldBy): string {
  const by = held.by.replace(/\.$/, '');
  if (held.held) return `${capitalised(held.how)}: ${by}`;
  return held.off ? `Not ${held.how}: ${by}` : `Not yet ${held.how}: ${by}`;
}

type Clause = PolicyView['sections'][number]['clauses'][number];

function clauseItem(clause: Clause): Item {
  const held = clause.held.every((each) => each.held);
  return {
    mark: held ? 'ok' : 'wait',
    word: clause.id,
    text: clause.changed === undefined ? clause.says : `${clause.says} ${clause.changed}.`,
    small: clause.held.map(heldWords).join(' · '),
  };
}

function topicButtons(view: PolicyView): Part[] {
  if (view.topics.length === 0) return [];
  const buttons = view.topics.map(
    (topic): Button => ({
      action: 'topic',
      label: `${topic.title} (${topic.count})`,
      item: topic.id,
      look: 'plain',
      takesFields: false,
    }),
  );
  const contact: Button = {
    action: 'topic',
    label: 'Where to write to us',
    item: 'contact',
    look: 'plain',
    takesFields: false,
  };
  return [{ part: 'buttons', buttons: [...buttons, contact] }];
}

function sectionParts(view: PolicyView): Part[] {
  const open = view.asked !== null;
  return view.sections.flatMap((section): Part[] => {
    const items: Part = { part: 'items', items: section.clauses.map(clauseItem) };
    if (open) return [{ part: 'text', text: section.title, look: 'strong' }, items];
    return [
      { part: 'fold', label: `${section.title} (${section.clauses.length})`, parts: [items] },
    ];
  });
}

/** The words searched for. A topic needs no quote: its name stands over its clauses. */
function askedParts(view: PolicyView): Part[] {
  const { asked } = view;
  if (asked === null || view.topics.some((topic) => topic.title === asked)) return [];
  return [{ part: 'quote', who: 'You asked for', words: asked, passing: true }];
}

/** All that the school holds otherwise than the policy it took over, so that nobody reads the old as in force. */
function changedParts(view: PolicyView): Part[] {
  const changes = view.changes ?? [];
  if (view.asked !== null || changes.length === 0) return [];
  const items = changes.map(({ says, clauses }): Item => {
    const item: Item = { mark: 'ask', word: 'Changed', text: `${capitalised(says)}.` };
    return clauses.length === 0 ? item : { ...item, small: `Instead of ${clauses.join(', ')}` };
  });
  const label = `Changed by our school (${changes.length})`;
  return [{ part: 'fold', label, parts: [{ part: 'items', items }] }];
}

function peopleParts({ people = [] }: PolicyView): Part[] {
  if (people.length === 0) return [];
  return [
    { part: 'text', text: 'At our school', look: 'strong' },
    { part: 'rows', rows: people.map((row) => ({ ...row })) },
  ];
}

function aboutParts(view: PolicyView): Part[] {
  const rows = [
    { label: 'Answers to', value: view.policy.document },
    { label: 'In force', value: `${view.policy.title}, version ${view.policy.version}` },
    ...(view.related.length === 0 ? [] : [{ label: 'See also', value: view.related.join(', ') }]),
    { label: 'Questions', value: view.contact },
  ];
  return [{ part: 'rows', rows }];
}

/** The policy card: the overview with its topics, or what was asked for. */
export function policyCard(view: PolicyView): Card {
  const title = view.asked === null ? view.policy.title : 'What our policy says';
  const nothing: Part[] = view.nothing === null ? [] : [{ part: 'text', text: view.nothing }];
  const topics: Part[] =
    view.asked === null || view.nothing !== null
      ? topicButtons(view)
      : [{ part: 'fold', label: 'Other topics', parts: topicButtons(view) }];
  return {
    title,
    parts: [
      ...askedParts(view),
      ...nothing,
      ...(view.asked === null
        ? [...topics, ...changedParts(view), ...sectionParts(view)]
        : [...peopleParts(view), ...sectionParts(view), ...topics]),
      ...view.links.map((link): Part => ({ part: 'link', ...link })),
      ...aboutParts(view),
    ],
    buttons: [],
    summary: `${view.policy.title}, version ${view.policy.version}`,
  };
}
