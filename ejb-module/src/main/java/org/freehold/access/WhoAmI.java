package org.freehold.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.freehold.access.internal.CallAccess;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.Personal;
import org.freehold.platform.SelfCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;

/** Tells a caller who they are here and what they may do. */
@Stateless
@Guarded
@NotAudited("It only reads.")
public class WhoAmI {
  private static final int MOST_WORKSPACES = 200;

  /**
   * The caller; without a tenant there are no roles and no permissions.
   *
   * @param user the person, null when an API key calls
   * @param apiKey the key, null when a person calls
   * @param tenant null when the request names none and the caller belongs to several
   */
  public record Identity(
      Person user,
      CallingKey apiKey,
      Home tenant,
      List<Workspace> workspaces,
      List<String> roles,
      List<String> permissions) {}

  /** The person. */
  public record Person(UserId id, @Personal String email) {}

  /**
   * An API key.
   *
   * @param prefix its first characters
   * @param createdBy its maker: it never may do more than they
   */
  public record CallingKey(UUID id, String prefix, UserId createdBy) {}

  /** The tenant of the request. */
  public record Home(TenantId id, String slug) {}

  /** A workspace that the caller is a member of, with the role held in it. */
  public record Workspace(WorkspaceId id, String slug, String role) {}

  @Inject private Access access;
  @Inject private CallAccess caller;

  @SelfCall
  public Identity tell() {
    CallContext call = CurrentCall.get();
    Actor actor = call.actor();
    Person person = actor.key() == null ? new Person(actor.userId(), actor.name()) : null;
    CallingKey key =
        actor.key() == null ? null : new CallingKey(actor.id(), actor.name(), actor.person());
    TenantRef tenant = call.tenant();
    if (tenant == null) {
      return new Identity(person, key, null, List.of(), List.of(), List.of());
    }
    return new Identity(
        person,
        key,
        new Home(tenant.id(), tenant.slug()),
        workspaces(),
        access.roles(),
        access.permissions());
  }

  private List<Workspace> workspaces() {
    return caller.memberships().stream()
        .limit(MOST_WORKSPACES)
        .map(one -> new Workspace(new WorkspaceId(one.workspace()), one.slug(), one.role()))
        .toList();
  }
}
