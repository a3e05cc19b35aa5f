package org.freehold.platform;

/**
 * Remembers with a running transaction which tenant its connection was readied for: a transaction
 * serves one tenant, and one that began without a tenant never shows a tenant's rows.
 */
public final class ServedTenant {
  private static final String KEY = "org.freehold.servedTenant";
  private static final String NONE = "none";

  private ServedTenant() {}

  /** Called when the connection of the transaction is readied; null for no tenant. */
  public static void remember(TenantRef tenant) {
    if (RunningTransaction.isActive()) {
      RunningTransaction.keep(KEY, nameOf(tenant));
    }
  }

  /**
   * An IllegalStateException when the running transaction serves another tenant, or began without
   * one.
   */
  static void requireSame(TenantRef tenant) {
    if (!RunningTransaction.isThere()) {
      return;
    }
    Object served = RunningTransaction.kept(KEY);
    if (served != null && !served.equals(nameOf(tenant))) {
      throw new IllegalStateException(
          "One transaction serves one tenant: this one serves " + served);
    }
  }

  private static String nameOf(TenantRef tenant) {
    return tenant == null ? NONE : tenant.id().value().toString();
  }
}
