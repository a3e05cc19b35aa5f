package org.freehold.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.access.internal.CallAccess;
import org.freehold.access.internal.Escalation;
import org.freehold.engine.access.AccessScope;
import org.freehold.engine.access.Decision;
import org.freehold.engine.access.Environment;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.engine.access.Subject;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.platform.RefusedDecision;
import org.freehold.platform.UserId;

/**
 * What the caller may do, for services that must say so in a query. Needs a running transaction.
 */
@ApplicationScoped
public class Access {
  @Inject private CallAccess caller;
  @Inject private Escalation escalation;

  /** Which rows of a resource (as in {@code projects}) the caller may see. */
  public AccessScope scope(String permissionResource) {
    return caller.scope(permissionResource);
  }

  /** Whether the caller holds the permission tenant-wide. */
  public boolean holds(String permission) {
    return caller.may(permission);
  }

  /** Whether somebody else holds it tenant-wide as they are now; who is gone holds nothing. */
  public boolean holds(UserId person, String permission) {
    return escalation.person(person).may(permission);
  }

  /** On a thing that is there. */
  public Decision decide(String permission, ResourceFacts facts) {
    return caller.decide(permission, facts);
  }

  /** On a thing as it will be when this call has made or changed it, whoever will see it then. */
  public Decision decideNew(String permission, ResourceFacts facts) {
    return caller.decideNew(permission, facts);
  }

  public Subject subject() {
    return caller.subject();
  }

  /** What surrounds the call. */
  public Environment environment() {
    return caller.environment();
  }

  /** All that decides over access in the tenant, as it was when the transaction first asked. */
  public TenantSnapshot snapshot() {
    return caller.snapshot();
  }

  /** What is kept of a refusal of this call. */
  public RefusedQuestion question(RefusedDecision decision) {
    return caller.question(decision);
  }

  /** The roles that the caller holds in the whole tenant at this moment, by name. */
  public List<String> roles() {
    return caller.roles();
  }

  /** The caller's tenant-wide permissions by name, policies considered. */
  public List<String> permissions() {
    return caller.permissions();
  }
}
