package org.freehold.access.policies.internal;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.PermissionSet;
import org.freehold.platform.Invalid;

/** Which entries of a target reach a permission, asked of the engine. */
final class PermissionEntries {
  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();

  private PermissionEntries() {}

  /** Entries that give the permission, with blanks between them. */
  static String granting(String permission) {
    return reaching(permission, CATALOGUE::compile);
  }

  /** Entries that take the permission away, with blanks between them. */
  static String denying(String permission) {
    return reaching(permission, CATALOGUE::compileDeny);
  }

  private static String reaching(
      String permission, Function<Collection<String>, PermissionSet> compile) {
    if (!CATALOGUE.contains(permission)) {
      throw Invalid.at("permission", "value", "There is no permission " + permission + ".");
    }
    int index = CATALOGUE.indexOf(permission);
    String resource = permission.substring(0, permission.indexOf(':'));
    return Stream.concat(Stream.of("*"), actions())
        .flatMap(action -> Stream.of(resource + ":" + action, "*:" + action))
        .filter(CATALOGUE::isGrant)
        .filter(entry -> compile.apply(List.of(entry)).has(index))
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> actions() {
    return CATALOGUE.codes().stream().map(code -> code.substring(code.indexOf(':') + 1)).distinct();
  }
}
