package org.freehold.plans.internal;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresEntitlement;

/**
 * Refuses what the tenant's plan does not give. Runs when it is decided that the caller may do it,
 * and within the recording of what is audited.
 */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 150)
public class EntitlementInterceptor {
  @Inject private TenantEntitlements entitlements;

  @AroundInvoke
  Object require(InvocationContext invocation) throws Exception {
    RequiresEntitlement required = invocation.getMethod().getAnnotation(RequiresEntitlement.class);
    if (required != null) {
      CallContext call = CurrentCall.get();
      if (call.actor().kind() != Actor.Kind.SYSTEM) {
        entitlements.require(call.requireTenant(), required.value(), required.atLeast());
      }
    }
    return invocation.proceed();
  }
}
