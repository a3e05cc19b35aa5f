package org.freehold.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Personal;
import org.freehold.platform.SelfCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;

/** Tells a caller who they are here and what they may do. */
@Stateless
@Guarded
public class WhoAmI {
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

  @PersistenceContext private EntityManager em;
  @Inject private Access access;

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
        workspaces(tenant.id(), actor.person().value()),
        access.roles(),
        access.permissions());
  }

  private List<Workspace> workspaces(TenantId tenant, UUID user) {
    List<?> rows =
        em.createNativeQuery(
                "select w.id, w.slug, m.role from workspace_member m join workspace w"
                    + " on w.tenant_id = m.tenant_id and w.id = m.workspace_id"
                    + " where m.tenant_id = ?1 and m.user_id = ?2 order by w.slug limit 200")
            .setParameter(1, tenant.value())
            .setParameter(2, user)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(r -> new Workspace(new WorkspaceId((UUID) r[0]), (String) r[1], (String) r[2]))
        .toList();
  }
}
