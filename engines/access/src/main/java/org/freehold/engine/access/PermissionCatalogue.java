package org.freehold.engine.access;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All permissions that exist, as {@code resource:action}, each with a bit index; it compiles grants
 * into a {@link PermissionSet}.
 *
 * <p>A grant is a code, or a code with {@code *} for the resource, the action or both. Within one
 * resource {@code admin} implies {@code write}, which implies {@code read}. Every other action
 * (approve, promote, rollback, export, invite) stands apart: it comes only by its own name or by an
 * action of {@code *}, never with {@code admin}.
 */
public final class PermissionCatalogue {

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]*:[a-z][a-z0-9_]*");
  private static final Pattern GRANT =
      Pattern.compile("(\\*|[a-z][a-z0-9_]*):(\\*|[a-z][a-z0-9_]*)");
  private static final Map<String, Set<String>> IMPLIED =
      Map.of("admin", Set.of("admin", "write", "read"), "write", Set.of("write", "read"));

  private final List<String> codes;
  private final Map<String, Integer> indexes;

  private PermissionCatalogue(Collection<String> codes) {
    this.codes = List.copyOf(new LinkedHashSet<>(codes));
    if (this.codes.size() > PermissionSet.CAPACITY) {
      throw new IllegalArgumentException(
          "A catalogue holds at most %d permissions, not %d"
              .formatted(PermissionSet.CAPACITY, this.codes.size()));
    }
    Map<String, Integer> numbered = new LinkedHashMap<>();
    for (String code : this.codes) {
      if (!CODE.matcher(code).matches()) {
        throw new IllegalArgumentException("Not a permission (resource:action): " + code);
      }
      numbered.put(code, numbered.size());
    }
    this.indexes = Map.copyOf(numbered);
  }

  /** Duplicates are taken once; throws {@link IllegalArgumentException} on a malformed code. */
  public static PermissionCatalogue of(Collection<String> codes) {
    return new PermissionCatalogue(codes);
  }

  /** The permissions of the product itself. */
  public static PermissionCatalogue builtIn() {
    return BuiltInPermissions.CATALOGUE;
  }

  /** Throws {@link IllegalArgumentException} for a code that is not in the catalogue. */
  public int indexOf(String code) {
    Integer index = indexes.get(code);
    if (index == null) {
      throw new IllegalArgumentException("Unknown permission: " + code);
    }
    return index;
  }

  public boolean contains(String code) {
    return indexes.containsKey(code);
  }

  /** In the order of their indexes. */
  public List<String> codes() {
    return codes;
  }

  /** Throws {@link IllegalArgumentException} for a grant that means no permission at all. */
  public PermissionSet compile(Collection<String> grants) {
    PermissionSet compiled = PermissionSet.NONE;
    for (String grant : grants) {
      compiled = compiled.union(compile(grant));
    }
    return compiled;
  }

  private PermissionSet compile(String grant) {
    if (!GRANT.matcher(grant).matches()) {
      throw new IllegalArgumentException("Not a grant (resource:action): " + grant);
    }
    boolean known = false;
    PermissionSet compiled = PermissionSet.NONE;
    for (int index = 0; index < codes.size(); index++) {
      String code = codes.get(index);
      known |= matches(grant, code, false);
      if (matches(grant, code, true)) {
        compiled = compiled.union(PermissionSet.of(index));
      }
    }
    // An implied permission alone does not make a grant known: "audit:admin" must exist itself.
    if (!known) {
      throw new IllegalArgumentException("Unknown permission: " + grant);
    }
    return compiled;
  }

  private static boolean matches(String grant, String code, boolean withImplied) {
    String resource = resourceOf(grant);
    if (!resource.equals("*") && !resource.equals(resourceOf(code))) {
      return false;
    }
    String granted = actionOf(grant);
    String action = actionOf(code);
    return granted.equals("*")
        || granted.equals(action)
        || withImplied && IMPLIED.getOrDefault(granted, Set.of()).contains(action);
  }

  private static String resourceOf(String code) {
    return code.substring(0, code.indexOf(':'));
  }

  private static String actionOf(String code) {
    return code.substring(code.indexOf(':') + 1);
  }
}
