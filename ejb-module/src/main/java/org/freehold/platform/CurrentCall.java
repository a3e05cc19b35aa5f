package org.freehold.platform;

import java.util.Objects;

/**
 * Carries the {@link CallContext} from the edge that opened it to the connection that must know the
 * tenant. The only class with a ThreadLocal: whoever hands work to another thread opens a context
 * there.
 */
public final class CurrentCall {
  private static final ThreadLocal<CallContext> CONTEXT = new ThreadLocal<>();

  private CurrentCall() {}

  /** The context of this call; an IllegalStateException where no edge opened one. */
  public static CallContext get() {
    CallContext context = CONTEXT.get();
    if (context == null) {
      throw new IllegalStateException("No edge opened a call context on this thread");
    }
    return context;
  }

  /** Null where no edge opened one: the connection then sees no tenant's rows. */
  public static CallContext orNull() {
    return CONTEXT.get();
  }

  public static TenantId tenantId() {
    return get().tenantId();
  }

  /**
   * Opens the context on this thread until the scope closes; refuses another tenant inside a
   * running transaction.
   */
  public static Scope open(CallContext context) {
    ServedTenant.requireSame(context.tenant());
    CallContext outer = CONTEXT.get();
    CONTEXT.set(context);
    return () -> restore(outer);
  }

  /** Does the work within the context. */
  public static <T, E extends Exception> T within(CallContext context, Work<T, E> work) throws E {
    try (Scope scope = open(context)) {
      Objects.requireNonNull(scope);
      return work.done();
    }
  }

  private static void restore(CallContext outer) {
    if (outer == null) {
      CONTEXT.remove();
    } else {
      CONTEXT.set(outer);
    }
  }

  /** What is done within a context; throws no more than it says. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T done() throws E;
  }

  /** Ends the context that was opened. */
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }
}
