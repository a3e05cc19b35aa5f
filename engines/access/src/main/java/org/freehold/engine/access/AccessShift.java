package org.freehold.engine.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What people or keys would hold by their roles, in the whole tenant or in one of their workspaces,
 * that they do not hold now; or the other way about. Policies are left out: what they do depends on
 * the call.
 *
 * @param lost whether it would be lost; else gained
 * @param holders how many people or keys, all of them the same for all permissions here
 * @param permissions in the order of the catalogue
 */
public record AccessShift(Subject.Kind kind, boolean lost, int holders, List<String> permissions) {
  /** First what would be lost, people before keys, in the order of the catalogue. */
  public static List<AccessShift> between(
      TenantSnapshot before, TenantSnapshot after, Instant now) {
    List<AccessShift> shifts = new ArrayList<>();
    for (boolean lost : new boolean[] {true, false}) {
      TenantSnapshot more = lost ? before : after;
      TenantSnapshot less = lost ? after : before;
      for (Subject.Kind kind : List.of(Subject.Kind.USER, Subject.Kind.API_KEY)) {
        shifts.addAll(only(kind, lost, more, less, now));
      }
    }
    return List.copyOf(shifts);
  }

  private static List<AccessShift> only(
      Subject.Kind kind, boolean lost, TenantSnapshot more, TenantSnapshot less, Instant now) {
    int permissions = more.catalogue().codes().size();
    List<BitSet> holders = new ArrayList<>();
    for (int index = 0; index < permissions; index++) {
      holders.add(new BitSet());
    }
    int number = 0;
    for (UUID id : more.subjectIds()) {
      if (more.facts(id).orElseThrow().kind() == kind) {
        PermissionSet shifted = shifted(more.subject(id, now), less.subject(id, now));
        for (int index = 0; index < permissions; index++) {
          if (shifted.has(index)) {
            holders.get(index).set(number);
          }
        }
        number++;
      }
    }
    return byHolders(kind, lost, holders, more.catalogue());
  }

  private static List<AccessShift> byHolders(
      Subject.Kind kind, boolean lost, List<BitSet> holders, PermissionCatalogue catalogue) {
    Map<BitSet, List<String>> codes = new LinkedHashMap<>();
    for (int index = 0; index < holders.size(); index++) {
      if (!holders.get(index).isEmpty()) {
        codes
            .computeIfAbsent(holders.get(index), key -> new ArrayList<>())
            .add(catalogue.codes().get(index));
      }
    }
    return codes.entrySet().stream()
        .map(
            entry ->
                new AccessShift(
                    kind, lost, entry.getKey().cardinality(), List.copyOf(entry.getValue())))
        .toList();
  }

  private static PermissionSet shifted(Subject more, Subject less) {
    PermissionSet shifted = more.tenantPermissions().minus(less.tenantPermissions());
    for (Map.Entry<UUID, PermissionSet> place : more.workspacePermissions().entrySet()) {
      PermissionSet there =
          less.workspacePermissions().getOrDefault(place.getKey(), less.tenantPermissions());
      shifted = shifted.union(place.getValue().minus(there));
    }
    return shifted;
  }
}
