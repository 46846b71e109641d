/* The Action's entry, as plain as the command's: what GitHub's runner starts. */
'use strict';
void require('./main.cjs').action();
