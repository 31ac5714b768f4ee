export { type TextProblem, textProblem, textProblemMessages } from './text.ts';
