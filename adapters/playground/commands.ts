/** What can be typed: the completion list of the page, and the reading of a typed line. */
import type { Command } from '../../src/front/intent.ts';
import { asksForReply } from '../../src/front/no-reply.ts';

/** One line of the completion list. `fill` is what stands in the input when it is chosen. */
export type Completion = { line: string; fill: string; help: string };

export const COMPLETIONS: readonly Completion[] = [
  { line: '/tweet', fill: '/tweet ', help: 'Write a post; alone, it opens a form' },
  { line: '/tweet status', fill: '/tweet status', help: 'Where your posts are' },
  { line: '/tweet queue', fill: '/tweet queue', help: 'What goes out next, and when' },
  { line: '/tweet withdraw', fill: '/tweet withdraw ', help: 'Take a post back, by its number' },
  { line: '/tweet remove', fill: '/tweet remove ', help: 'Take down what is out; SLT only' },
  { line: '/policy', fill: '/policy', help: 'The school’s rules, by topic' },
  { line: '/policy photos', fill: '/policy photos', help: 'The rules on photos' },
  { line: '/policy names', fill: '/policy names', help: 'The rules on pupils’ names' },
  { line: '/policy hours', fill: '/policy hours', help: 'When posts go out' },
  { line: '/policy people', fill: '/policy people', help: 'Who may do what' },
  { line: '/policy contact', fill: '/policy contact', help: 'Where people write to the school' },
  { line: '/policy agree', fill: '/policy agree', help: 'What you agree to before you post' },
  { line: '/desk', fill: '/desk', help: 'What waits for SLT' },
  { line: '/desk pause', fill: '/desk pause ', help: 'Hold every post; SLT only' },
  { line: '/desk resume', fill: '/desk resume', help: 'Let posts go out again; SLT only' },
  { line: '/desk review', fill: '/desk review', help: 'Look through new followers; SLT only' },
  { line: '/desk mentions', fill: '/desk mentions', help: 'All that is said of us; SLT only' },
  { line: '/desk duties', fill: '/desk duties', help: 'What is due, done and to come' },
  { line: '/follow', fill: '/follow @', help: 'Ask to follow somebody, and say why' },
  { line: '/follow list', fill: '/follow list', help: 'Whom we follow, and who waits' },
  { line: '/follow stop', fill: '/follow stop @', help: 'Ask to follow somebody no more' },
  { line: '/handle list', fill: '/handle list', help: 'Who may be mentioned, and until when' },
  {
    line: '/handle confirm',
    fill: '/handle confirm @',
    help: 'Say that somebody agreed to be mentioned; SLT only',
  },
  { line: '/help', fill: '/help', help: 'What Bellbird can do' },
];

const COMMANDS: readonly Command[] = ['tweet', 'policy', 'desk', 'follow', 'handle', 'help'];

/** The command and the words after it, or null where the line is none. Who asks for an answer to somebody is told why there is none. */
export function readCommand(line: string): { command: Command; text: string } | null {
  const match = /^\s*\/([a-z]+)(?:\s+([\s\S]*))?$/i.exec(line);
  const command = COMMANDS.find((name) => name === match?.[1]?.toLowerCase());
  if (command) return { command, text: (match?.[2] ?? '').trim() };
  return asksForReply(line) ? { command: 'help', text: line.trim() } : null;
}

/** What to say to a line that is no command. */
export function notACommand(line: string): string {
  const typed = /^\s*(\/\S{0,30})/.exec(line)?.[1];
  if (line.trim() === '') return 'There was nothing in that line. Type / to see what I can do.';
  return typed
    ? `I do not know ${typed}. Type /tweet, /policy, /desk, /follow, /handle or /help.`
    : 'I only read lines that begin with a /. Try /tweet and your words, /policy, or /help.';
}

/**
 * The line as the chat may keep it: never the words of a post. They may name a pupil, and the desk forgets
 * such words when the post does not go out; the post's own card shows them for as long as they are kept.
 */
export function keptLine(typed: { command: Command; text: string }): string {
  const line = `/${typed.command}${typed.text === '' ? '' : ` ${typed.text}`}`;
  const known = COMPLETIONS.some((completion) => completion.line === line.toLowerCase());
  const safe =
    typed.command === 'tweet' && /^(status|withdraw|remove) #?\d{1,9}$/i.test(typed.text);
  return known || typed.text === '' || safe ? line : `/${typed.command} …`;
}
