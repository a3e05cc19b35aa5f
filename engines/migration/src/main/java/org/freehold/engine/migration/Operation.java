package org.freehold.engine.migration;

/**
 * How one kind of change becomes steps. An operation looks at the schema as it is after the changes
 * before it, refuses what cannot be, adds its steps and changes the schema.
 */
interface Operation<C extends Change> {
  void plan(C change, Planning planning);
}
