/** PostgreSQL cannot be had for the folder; the message tells the operator why, and what helps. */
export class DatabaseCannotStart extends Error {
  /** What stood in the way may be gone in a moment, so the same start is worth trying again. */
  readonly obstacle: 'port-taken' | 'memory-in-use' | 'lasting';

  constructor(message: string, obstacle: DatabaseCannotStart['obstacle'] = 'lasting', cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.obstacle = obstacle;
  }
}

/** Another living process of ours keeps its database in the folder; two on one folder would destroy it. */
export class DatabaseFolderInUse extends DatabaseCannotStart {
  constructor(directory: string, pid: number) {
    super(
      `The database folder ${directory} is in use by process ${pid}: stop it, or give this one another DATA_DIR or a DATABASE_URL.`,
    );
  }
}

export class DatabaseVersionDiffers extends DatabaseCannotStart {
  constructor(directory: string, made: number, found: readonly number[]) {
    const here =
      found.length > 0 ? `only version ${found.join(' and ')} is to be found here` : 'none is to be found here';
    super(
      `The database in ${directory} was made by PostgreSQL ${made}, but ${here}: install PostgreSQL ${made}, or move the data with pg_dump.`,
    );
  }
}
