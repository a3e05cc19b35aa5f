package org.freehold.limits.internal;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Optional;
import org.freehold.platform.Audited;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresPermission;

/**
 * Makes a POST with an Idempotency-Key happen once: the key is taken in the transaction of the
 * change and kept with its result, so that a repetition is answered with that result and changes
 * nothing. A call that failed leaves no key behind.
 */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 50)
public class IdempotencyInterceptor {
  @Inject private IdempotencyKeys keys;

  @AroundInvoke
  Object once(InvocationContext invocation) throws Exception {
    CallContext call = CurrentCall.orNull();
    Method method = invocation.getMethod();
    if (call == null || call.idempotencyKey() == null || !applies(method)) {
      return invocation.proceed();
    }
    Optional<Record> earlier = keys.take(call, method.getReturnType().asSubclass(Record.class));
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Object result = invocation.proceed();
    keys.keep(call, (Record) result);
    return result;
  }

  private static boolean applies(Method method) {
    return method.isAnnotationPresent(RequiresPermission.class)
        && method.isAnnotationPresent(Audited.class)
        && method.getReturnType().isRecord();
  }
}
