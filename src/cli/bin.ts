import { command } from './run.ts';

void command();
