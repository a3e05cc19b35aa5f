package org.freehold.batch.market;

/** Not all of a tenant could be made, and what was made is undone. */
final class TenantUndone extends RuntimeException {
  private static final long serialVersionUID = 1;

  TenantUndone(String why) {
    super(why);
  }
}
