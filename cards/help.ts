/** What people can type. */
import type { Card, Part } from './model.ts';
import { deciderOf } from './words.ts';

const forAll = (who: string) => [
  { label: '/tweet', value: 'write a post; with words after it, they are checked at once' },
  { label: '/tweet status', value: 'your posts and how they stand' },
  { label: '/tweet queue', value: `what waits for ${who} or for its time` },
  { label: '/tweet withdraw', value: 'take back a post that is not out yet' },
  {
    label: '/follow',
    value: 'ask to follow somebody, and say why; /follow list shows whom we follow',
  },
  { label: '/handle list', value: 'who agreed to be mentioned in our posts' },
  { label: '/policy', value: 'our rules; add a topic or words, such as /policy photos' },
  { label: '/policy contact', value: 'where people write to us, for nobody is answered' },
  { label: '/policy agree', value: 'what you agree to before your first post' },
  { label: '/tweet help', value: 'this card; the word works after each command' },
];

/** Slack's own ways in, beside its commands. */
const IN_SLACK = [
  { label: '/bellbird', value: 'this card; /bellbird tweet and your words do what /tweet does' },
  { label: 'Tweet this', value: 'in the menu of a message: takes its words into a new post' },
  { label: 'Home', value: 'in Bellbird’s own tab: your posts, and a button to write one' },
  { label: 'Messages', value: 'in the same place: type to Bellbird there, slash or not' },
  { label: 'Threads', value: 'Slack takes no commands there; type them in the channel itself' },
];

/** Teams' own ways in: its chat takes a command with a slash or without. */
const IN_TEAMS = [
  { label: 'Here', value: 'with a slash or without: tweet and your words do what /tweet does' },
  {
    label: 'In a channel',
    value: '@Bellbird and the command; the answer comes to you alone, in this chat',
  },
  { label: 'Tweet', value: 'beneath the box you type in: a form for a new post' },
  { label: 'On a message', value: 'Tweet in its menu takes its words into a new post' },
];

const forDeciders = (who: string) => [
  { label: '/tweet remove', value: 'take down a post that is out, by its number or its link' },
  { label: '/desk', value: `what waits for ${who}; so does /desk queue` },
  { label: '/desk review', value: 'look through who has followed since the last review' },
  {
    label: '/desk mentions',
    value: 'every mention of the school, and how many nobody has looked at',
  },
  { label: '/desk duties', value: 'what is due, such as the follower review, and what was done' },
  {
    label: '/handle confirm',
    value: 'say that somebody agreed to be mentioned, and who spoke to them',
  },
  { label: '/desk reminders', value: 'what waits for a decision, and when the next reminder goes' },
  { label: '/desk pause', value: 'hold every post; add why in a few words' },
  { label: '/desk resume', value: 'let posts go out again' },
];

/** By the name of the chat; a chat with no ways of its own is left out. */
const WAYS_IN: Readonly<Record<string, { title: string; rows: typeof IN_SLACK }>> = {
  slack: { title: 'In Slack', rows: IN_SLACK },
  teams: { title: 'In Teams', rows: IN_TEAMS },
};

export type HelpView = {
  schoolName: string;
  /** Who decides at this school, for the middle of a sentence. */
  whoDecides: string;
  /** Whether the person who asks is one of them. */
  decides: boolean;
  /** The chat in which it was asked for, by its name. */
  chat: string;
  /** Where to write with questions. */
  contact: string;
};

/** The help card; those who decide see their own commands too. */
export function helpCard(view: HelpView): Card {
  const who = deciderOf(view);
  const about = `Bellbird checks a post against our policy, asks ${who}, and puts it out for ${view.schoolName} at the right time. Nothing goes out without their word.`;
  const own = WAYS_IN[view.chat];
  const waysIn: Part[] =
    own === undefined
      ? []
      : [
          { part: 'text', text: own.title, look: 'strong' },
          { part: 'rows', rows: own.rows },
        ];
  const deciding: Part[] = [
    { part: 'text', text: `For ${who}`, look: 'strong' },
    { part: 'rows', rows: forDeciders(who) },
  ];
  return {
    title: 'What you can type',
    parts: [
      { part: 'text', text: about },
      { part: 'rows', rows: forAll(who) },
      ...waysIn,
      ...(view.decides ? deciding : []),
      { part: 'rows', rows: [{ label: 'Questions', value: view.contact }] },
    ],
    buttons: [],
    summary: 'What you can type',
  };
}

/** The first word to somebody who has Bellbird now: what can be typed, under a greeting. */
export function welcomeCard(help: Card): Card {
  const title = 'Hello, I am Bellbird';
  const begin = 'To begin, type tweet and your words. Nothing is sent before you have seen it.';
  return {
    ...help,
    title,
    parts: [{ part: 'text', text: begin }, ...help.parts],
    summary: `${title}. ${begin}`,
  };
}
