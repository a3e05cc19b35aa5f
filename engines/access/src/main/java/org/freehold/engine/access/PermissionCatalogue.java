package org.freehold.engine.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All permissions that exist, as {@code resource:action}, each with a bit index; it compiles grants
 * into a {@link PermissionSet}.
 *
 * <p>A grant is a code, or a code with {@code *} for the resource, the action or both. Within one
 * resource {@code admin} implies {@code write}, which implies {@code read}. Every other action
 * (approve, promote, rollback, export, invite) stands apart: it comes only by its own name or by an
 * action of {@code *}, never with {@code admin}. A deny goes the other way: one who is denied
 * {@code read} is denied {@code write} and {@code admin} too, so that what is held stays closed
 * under what it implies.
 */
public final class PermissionCatalogue {

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]*:[a-z][a-z0-9_]*");
  private static final Pattern GRANT =
      Pattern.compile("(\\*|[a-z][a-z0-9_]*):(\\*|[a-z][a-z0-9_]*)");
  private static final Map<String, Set<String>> IMPLIED =
      Map.of("admin", Set.of("admin", "write", "read"), "write", Set.of("write", "read"));

  private final List<String> codes;
  private final Map<String, Integer> indexes;
  private final Action[] actions;
  private final Map<String, ResourceKind> kinds;

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
    this.actions = this.codes.stream().map(this::newAction).toArray(Action[]::new);
    this.kinds =
        this.codes.stream()
            .map(PermissionCatalogue::resourceOf)
            .distinct()
            .collect(Collectors.toUnmodifiableMap(name -> name, this::newKind));
  }

  private Action newAction(String code) {
    return new Action(code, resourceOf(code), indexes.get(code), Map.of());
  }

  private ResourceKind newKind(String name) {
    return new ResourceKind(
        name,
        indexes.getOrDefault(name + ":read", ResourceKind.NONE),
        indexes.getOrDefault(name + ":admin", ResourceKind.NONE));
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

  /** The same object every time; throws {@link IllegalArgumentException} for an unknown code. */
  public Action action(String code) {
    return actions[indexOf(code)];
  }

  Action action(int index) {
    return actions[index];
  }

  /** Null when no permission is about this resource. */
  public ResourceKind kind(String resource) {
    return kinds.get(resource);
  }

  /** This catalogue and these codes behind it, so that what is known keeps its index. */
  public PermissionCatalogue with(Collection<String> more) {
    List<String> all = new ArrayList<>(codes);
    all.addAll(more);
    return new PermissionCatalogue(all);
  }

  public boolean contains(String code) {
    return indexes.containsKey(code);
  }

  /** In the order of their indexes. */
  public List<String> codes() {
    return codes;
  }

  /** Whether it is well formed and means at least one permission of this catalogue. */
  public boolean isGrant(String grant) {
    return GRANT.matcher(grant).matches()
        && codes.stream().anyMatch(code -> matches(grant, code, Reach.NAMED));
  }

  /** Throws {@link IllegalArgumentException} for a grant that means no permission at all. */
  public PermissionSet compile(Collection<String> grants) {
    return compile(grants, Reach.IMPLIED);
  }

  /**
   * What these entries take away when they deny; throws {@link IllegalArgumentException} for one
   * that means no permission at all.
   */
  public PermissionSet compileDeny(Collection<String> entries) {
    return compile(entries, Reach.IMPLYING);
  }

  private PermissionSet compile(Collection<String> grants, Reach reach) {
    long[] words = new long[4];
    for (String grant : grants) {
      if (!GRANT.matcher(grant).matches()) {
        throw new IllegalArgumentException("Not a grant (resource:action): " + grant);
      }
      // An implied permission alone does not make a grant known: "audit:admin" must exist itself.
      if (!isGrant(grant)) {
        throw new IllegalArgumentException("Unknown permission: " + grant);
      }
      for (int index = 0; index < codes.size(); index++) {
        if (matches(grant, codes.get(index), reach)) {
          words[index >> 6] |= 1L << index;
        }
      }
    }
    return PermissionSet.ofWords(words);
  }

  private enum Reach {
    NAMED,
    IMPLIED,
    IMPLYING
  }

  private static boolean matches(String grant, String code, Reach reach) {
    String resource = resourceOf(grant);
    if (!resource.equals("*") && !resource.equals(resourceOf(code))) {
      return false;
    }
    String granted = actionOf(grant);
    String action = actionOf(code);
    if (granted.equals("*") || granted.equals(action)) {
      return true;
    }
    return switch (reach) {
      case NAMED -> false;
      case IMPLIED -> IMPLIED.getOrDefault(granted, Set.of()).contains(action);
      case IMPLYING -> IMPLIED.getOrDefault(action, Set.of()).contains(granted);
    };
  }

  private static String resourceOf(String code) {
    return code.substring(0, code.indexOf(':'));
  }

  private static String actionOf(String code) {
    return code.substring(code.indexOf(':') + 1);
  }
}
