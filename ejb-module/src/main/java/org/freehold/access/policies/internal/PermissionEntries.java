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
  private final PermissionCatalogue catalogue;

  PermissionEntries(PermissionCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Entries that give the permission, with blanks between them. */
  String granting(String permission) {
    return reaching(permission, catalogue::compile);
  }

  /** Entries that take the permission away, with blanks between them. */
  String denying(String permission) {
    return reaching(permission, catalogue::compileDeny);
  }

  private String reaching(String permission, Function<Collection<String>, PermissionSet> compile) {
    if (!catalogue.contains(permission)) {
      throw Invalid.at("permission", "value", "There is no permission " + permission + ".");
    }
    int index = catalogue.indexOf(permission);
    String resource = permission.substring(0, permission.indexOf(':'));
    return Stream.concat(Stream.of("*"), actions())
        .flatMap(action -> Stream.of(resource + ":" + action, "*:" + action))
        .filter(catalogue::isGrant)
        .filter(entry -> compile.apply(List.of(entry)).has(index))
        .collect(Collectors.joining(" "));
  }

  private Stream<String> actions() {
    return catalogue.codes().stream().map(code -> code.substring(code.indexOf(':') + 1)).distinct();
  }
}
