package org.freehold.access.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.freehold.engine.access.Grant;
import org.freehold.platform.Uuid7;

/** What a statement tells of grants and ids in one column each: text with commas, or null. */
final class GrantPairs {
  private GrantPairs() {}

  /** Pairs as in {@code workspace=role,=role}; without a workspace it is the whole tenant. */
  static List<Grant> grants(String pairs, Grant.Holder holder, UUID holderId) {
    return parts(pairs)
        .map(pair -> pair.split("=", 2))
        .map(p -> grant(p, holder, holderId))
        .toList();
  }

  private static Grant grant(String[] pair, Grant.Holder holder, UUID holderId) {
    UUID workspace = pair[0].isEmpty() ? null : UUID.fromString(pair[0]);
    return grant(holder, holderId, pair[1], workspace);
  }

  /** One that counts at this moment: the statement saw to it. */
  static Grant grant(Grant.Holder holder, UUID holderId, String role, UUID workspace) {
    return new Grant(Uuid7.next(), holder, holderId, role, workspace, null, null);
  }

  static Set<UUID> ids(String list) {
    return parts(list).map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> parts(String list) {
    return list == null ? Stream.empty() : Arrays.stream(list.split(","));
  }
}
