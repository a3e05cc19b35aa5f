package org.freehold.access.internal;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.UUID;
import org.freehold.access.PermissionRefused;
import org.freehold.access.RefusedQuestion;
import org.freehold.engine.access.Decision;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.EntityId;
import org.freehold.platform.Guarded;
import org.freehold.platform.NewThingFacts;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotFound;
import org.freehold.platform.NotSignedIn;
import org.freehold.platform.On;
import org.freehold.platform.OnNew;
import org.freehold.platform.PeopleOnly;
import org.freehold.platform.Problem;
import org.freehold.platform.PublicCall;
import org.freehold.platform.RefusedDecision;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.ResourceFactsSource;
import org.freehold.platform.SelfCall;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantRef;
import org.freehold.platform.Uuid7;

/**
 * The one place that decides. Every method of a guarded service says who may call it; one that says
 * nothing is closed to all. Runs inside the container's transaction and outside of everything else
 * of ours.
 */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class AccessInterceptor {
  @Inject private CallAccess caller;
  @Inject @Any private Instance<ResourceFactsSource> sources;
  @Inject @Any private Instance<NewThingFacts<?>> makers;
  @Inject private Event<PermissionRefused> refusals;
  @Inject private Event<TenantTouched> changes;

  @AroundInvoke
  Object decide(InvocationContext invocation) throws Exception {
    Method method = invocation.getMethod();
    if (method.isAnnotationPresent(PublicCall.class)) {
      return invocation.proceed();
    }
    Thing thing = thingOf(method, invocation.getParameters());
    try {
      requireAllowed(CurrentCall.get(), method, thing);
    } catch (Problem problem) {
      record(method, thing, problem);
      throw problem;
    }
    try {
      return invocation.proceed();
    } catch (NotAllowed problem) {
      record(method, thing, problem);
      throw problem;
    }
  }

  private void record(Method method, Thing thing, Problem problem) {
    boolean first = !(problem instanceof NotAllowed refusal) || refusal.toBeRecorded();
    if (first) {
      refusals.fire(
          new PermissionRefused(
              method, thing.type(), thing.id(), problem, question(method, thing, problem)));
    }
  }

  /** Null when no permission was in question. */
  private RefusedQuestion question(Method method, Thing thing, Problem problem) {
    if (CurrentCall.get().tenant() == null) {
      return null;
    }
    if (problem instanceof NotAllowed refusal && refusal.decision() != null) {
      return caller.question(refusal.decision());
    }
    RequiresPermission required = method.getAnnotation(RequiresPermission.class);
    boolean hidden = problem instanceof NotFound && required != null;
    return hidden
        ? caller.question(
            new RefusedDecision(Uuid7.next(), required.value(), thing.type(), thing.id()))
        : null;
  }

  private void requireAllowed(CallContext call, Method method, Thing thing) {
    Actor.Kind kind = call.actor().kind();
    if (method.isAnnotationPresent(SystemCall.class)) {
      if (kind != Actor.Kind.SYSTEM) {
        throw NotAllowed.missing("system:admin");
      }
      return;
    }
    if (kind == Actor.Kind.ANONYMOUS) {
      throw NotSignedIn.required();
    }
    if (kind == Actor.Kind.API_KEY && method.isAnnotationPresent(PeopleOnly.class)) {
      throw NotAllowed.peopleOnly();
    }
    if (method.isAnnotationPresent(SelfCall.class)) {
      return;
    }
    RequiresPermission required = method.getAnnotation(RequiresPermission.class);
    if (required == null) {
      throw new IllegalStateException("Nobody said who may call " + method);
    }
    requirePermission(call.requireTenant(), required.value(), thing);
  }

  private void requirePermission(TenantRef tenant, String permission, Thing thing) {
    if (!TenantGate.isReading(permission)) {
      caller.beginChange();
      changes.fire(new TenantTouched(tenant.id()));
    }
    Decision decision = decide(tenant, permission, thing);
    if (decision == Decision.HIDDEN) {
      throw new NotFound(thing.type());
    }
    if (decision == Decision.DENY) {
      throw NotAllowed.missing(permission, thing.type(), thing.id());
    }
    NotAllowed closed = TenantGate.refusal(tenant, permission);
    if (closed != null) {
      throw closed;
    }
  }

  private Decision decide(TenantRef tenant, String permission, Thing thing) {
    if (thing.made() != null) {
      return decideNew(tenant, permission, thing.made(), thing.type());
    }
    if (thing.id() == null) {
      return caller.mayCall(permission) ? Decision.ALLOW : Decision.DENY;
    }
    ResourceFactsSource source =
        sources.stream()
            .filter(candidate -> candidate.resourceType().equals(thing.type()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No facts about " + thing.type()));
    ResourceFacts facts =
        source.factsOf(tenant.id(), thing.id()).orElseThrow(() -> new NotFound(thing.type()));
    return caller.decideCall(permission, facts);
  }

  @SuppressWarnings("unchecked")
  private Decision decideNew(TenantRef tenant, String permission, Made made, String place) {
    NewThingFacts<Object> source =
        (NewThingFacts<Object>)
            makers.stream()
                .filter(candidate -> candidate.resourceType().equals(made.type()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No facts about " + made.type()));
    ResourceFacts facts =
        source
            .factsOfNew(tenant.id(), made.description())
            .orElseThrow(() -> new NotFound(place == null ? made.type() : place));
    return caller.decideNew(permission, facts);
  }

  private static Thing thingOf(Method method, Object[] arguments) {
    Parameter[] parameters = method.getParameters();
    String type = null;
    UUID id = null;
    Made made = null;
    for (int i = 0; i < parameters.length; i++) {
      On on = parameters[i].getAnnotation(On.class);
      if (on != null) {
        type = on.value();
        id = arguments[i] == null ? null : ((EntityId) arguments[i]).value();
      }
      OnNew onNew = parameters[i].getAnnotation(OnNew.class);
      if (onNew != null) {
        made = new Made(onNew.value(), arguments[i]);
      }
    }
    if (type != null && id == null && made == null) {
      throw new IllegalArgumentException("Nobody said which " + type + " it is about");
    }
    return new Thing(id == null ? null : type, id, made);
  }

  /** A thing that is there, and one that the call makes; null when there is none. */
  private record Thing(String type, UUID id, Made made) {}

  private record Made(String type, Object description) {}
}
