#!/bin/sh
# One task of an array: a shard by id, as docs/bulk.md has it.
licet batch --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" < "$RECORDS" > "answers.$SLURM_ARRAY_TASK_ID"
