import type { Fact, Question } from '../fact';
import { basics } from './basics';
import { connectionReports } from './connectionReports';
import { sessions } from './sessions';

/** Everything that this package relies on, and everything that only an account can answer. */
export const FACTS: ReadonlyArray<Fact | Question> = [...basics, ...sessions, ...connectionReports];
