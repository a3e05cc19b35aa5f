package org.freehold.platform;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The transaction of this thread, and what is kept with it. Instead of CDI's transaction scope:
 * servers look the transaction up by name at every call of a bean in that scope, and these are the
 * most frequent calls there are.
 */
public final class RunningTransaction {
  /** The server's one object; whose transaction it tells of, it finds out at each call. */
  private static volatile TransactionSynchronizationRegistry registry;

  private RunningTransaction() {}

  /** Whether there is one, whatever is to become of it. */
  public static boolean isThere() {
    return registry().getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
  }

  /** Whether there is one that may still commit. */
  static boolean isActive() {
    return registry().getTransactionStatus() == Status.STATUS_ACTIVE;
  }

  /** The transaction's own object of this type, made when first asked for. */
  public static <T> T own(Class<T> type, Supplier<T> made) {
    T known = type.cast(registry().getResource(type));
    if (known != null) {
      return known;
    }
    T first = made.get();
    registry().putResource(type, first);
    return first;
  }

  static Object kept(String name) {
    return registry().getResource(name);
  }

  static void keep(String name, Object value) {
    registry().putResource(name, value);
  }

  private static TransactionSynchronizationRegistry registry() {
    if (registry == null) {
      try {
        registry = InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
      } catch (NamingException e) {
        throw new IllegalStateException("The server offers no transaction registry", e);
      }
    }
    return registry;
  }
}
