package org.freehold.access.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.freehold.access.RoleDetails;
import org.freehold.access.RoleFilter;
import org.freehold.access.RoleMatrix;
import org.freehold.engine.access.BuiltInRoles;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.PermissionSet;
import org.freehold.engine.access.RoleDefinition;
import org.freehold.engine.access.RoleGraph;
import org.freehold.engine.access.RoleSet;
import org.freehold.engine.access.RolesRefused;
import org.freehold.platform.Page;
import org.freehold.platform.persistence.Cursor;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;

/** All roles of a tenant as people read them, with what each comes to. */
public final class RoleBook {
  private static final List<String> SORTS = List.of("name");
  private static final UUID NO_ID = new UUID(0, 0);

  private final Map<String, TenantRole> own = new LinkedHashMap<>();
  private final PermissionCatalogue catalogue;
  private final RoleGraph graph;

  /**
   * @param checked the role whose faults are told; in the others what this version of the product
   *     does not know, while another did, is passed over
   */
  private RoleBook(PermissionCatalogue catalogue, Collection<TenantRole> roles, String checked) {
    this.catalogue = catalogue;
    roles.forEach(role -> own.put(role.name(), role));
    try {
      graph = RoleGraph.of(catalogue, roles.stream().map(r -> definition(r, checked)).toList());
    } catch (RolesRefused refused) {
      throw RoleFaults.problem(refused.faults(), own);
    }
  }

  private RoleDefinition definition(TenantRole role, String checked) {
    return role.name().equals(checked)
        ? role.definition()
        : TenantRoles.known(catalogue, role.tenant(), role.definition());
  }

  public static RoleBook of(PermissionCatalogue catalogue, Collection<TenantRole> roles) {
    return new RoleBook(catalogue, roles, null);
  }

  /** After a change of the one role; a Problem when it cannot be as it is now. */
  public static RoleBook of(
      PermissionCatalogue catalogue, Collection<TenantRole> roles, TenantRole changed) {
    return new RoleBook(catalogue, roles, changed.name());
  }

  /** A Problem when the new role cannot be. */
  public RoleBook with(TenantRole added) {
    List<TenantRole> more = new ArrayList<>(own.values());
    more.add(added);
    return of(catalogue, more, added);
  }

  /** The roles, compiled. */
  RoleGraph graph() {
    return graph;
  }

  public RoleSet set(String name) {
    return graph.role(name);
  }

  public Optional<RoleDetails> details(String nameOrAlias) {
    return graph.canonical(nameOrAlias).map(this::detailsOf);
  }

  public RoleDetails details(TenantRole role) {
    return role.details(set(role.name()), catalogue);
  }

  private RoleDetails detailsOf(String name) {
    TenantRole role = own.get(name);
    if (role != null) {
      return details(role);
    }
    return new RoleDetails(
        name,
        true,
        BuiltInRoleTexts.of(name),
        null,
        List.of(),
        BuiltInRoles.grantsOf(name),
        List.of(),
        set(name).held().codes(catalogue),
        null,
        null,
        0);
  }

  /** The roles that inherit from this one directly. */
  public List<String> childrenOf(String name) {
    return own.values().stream()
        .filter(role -> role.definition().parents().contains(name))
        .map(TenantRole::name)
        .toList();
  }

  public Page<RoleDetails> page(RoleFilter filter, PageRequest page) {
    Sort sort = Sort.of(page.sort(), SORTS);
    Cursor after = Cursor.of(page.after(), sort);
    Stream<String> names = graph.roles().stream().map(RoleDefinition::name).sorted();
    if (sort.descending()) {
      names = names.sorted(Comparator.reverseOrder());
    }
    List<RoleDetails> found =
        names
            .filter(name -> after == null || follows(name, after.value(), sort))
            .map(this::detailsOf)
            .filter(role -> isWanted(role, filter))
            .limit(page.limit() + 1L)
            .toList();
    if (found.size() <= page.limit()) {
      return new Page<>(found, null);
    }
    List<RoleDetails> items = found.subList(0, page.limit());
    String last = items.get(items.size() - 1).name();
    return new Page<>(items, new Cursor(sort.toString(), last, NO_ID).toString());
  }

  private static boolean follows(String name, String last, Sort sort) {
    int order = name.compareTo(last);
    return sort.descending() ? order < 0 : order > 0;
  }

  private static boolean isWanted(RoleDetails role, RoleFilter filter) {
    boolean kind = filter.builtIn() == null || filter.builtIn() == role.builtIn();
    return kind
        && (filter.workspaceId() == null || filter.workspaceId().equals(role.workspaceId()));
  }

  public RoleMatrix matrix() {
    return new RoleMatrix(catalogue.codes(), graph.roles().stream().map(this::row).toList());
  }

  private RoleMatrix.Row row(RoleDefinition role) {
    RoleSet set = set(role.name());
    PermissionSet own = catalogue.compile(role.grants()).minus(set.denied());
    TenantRole stored = this.own.get(role.name());
    return new RoleMatrix.Row(
        role.name(),
        stored == null,
        stored == null ? null : stored.workspaceId(),
        stored == null ? 0 : stored.version(),
        own.codes(catalogue),
        set.held().minus(own).codes(catalogue),
        set.denied().codes(catalogue));
  }
}
