package org.freehold.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.freehold.engine.transparency.Disclosure;
import org.freehold.platform.TenantRef;

/** Opens the disclosures of a page of events. */
@ApplicationScoped
public class DisclosureReader {
  private static final Logger LOG = System.getLogger(DisclosureReader.class.getName());

  /** Bounds of the ids beside the ids: other months are not even planned for. */
  private static final String SEALED =
      "select event_id, path, subject_id, sealed from audit_disclosure"
          + " where tenant_id = ? and event_id = any(?) and event_id between ?::uuid and ?::uuid";

  private record Sealed(UUID event, String path, UUID subject, byte[] bytes) {}

  /**
   * A disclosure of an event.
   *
   * @param disclosure null when it is damaged and cannot be read any more
   */
  public record Opened(String path, Disclosure disclosure) {}

  @Inject private SubjectKeys subjects;

  Map<UUID, EventPeople> of(Connection connection, TenantRef tenant, List<AuditEvent> events)
      throws SQLException {
    List<Sealed> sealed = sealed(connection, tenant, events.stream().map(AuditEvent::id).toList());
    Map<UUID, SubjectKey> keys = keys(connection, tenant, events, sealed);
    Map<UUID, UUID> people =
        keys.values().stream().collect(Collectors.toMap(SubjectKey::handle, SubjectKey::subject));
    Map<UUID, EventPeople> result = new HashMap<>();
    for (AuditEvent event : events) {
      boolean aboutPerson = AuditEntry.PERSON.equals(event.resourceType());
      result.put(
          event.id(),
          new EventPeople(
              people.get(event.actorHandle()),
              aboutPerson ? people.get(event.resourceId()) : null,
              new HashMap<>()));
    }
    for (Sealed one : sealed) {
      SubjectKey key = keys.get(one.subject());
      Disclosure disclosure = key == null ? null : opened(key, one);
      if (disclosure != null) {
        result.get(one.event()).disclosed().put(one.path(), disclosure.value());
      }
    }
    return result;
  }

  /** The disclosures of events as they were hashed, those that were erased left out. */
  public Map<UUID, List<Opened>> opened(
      Connection connection, TenantRef tenant, Collection<UUID> events) throws SQLException {
    List<Sealed> sealed = sealed(connection, tenant, events);
    Set<UUID> people = sealed.stream().map(Sealed::subject).collect(Collectors.toSet());
    Map<UUID, SubjectKey> keys = subjects.bySubject(connection, tenant.id(), people);
    Map<UUID, List<Opened>> opened = new HashMap<>();
    for (Sealed one : sealed) {
      SubjectKey key = keys.get(one.subject());
      if (key != null) {
        opened
            .computeIfAbsent(one.event(), unknown -> new ArrayList<>())
            .add(new Opened(one.path(), opened(key, one)));
      }
    }
    return opened;
  }

  /**
   * Null when it is damaged: what is wrong with one value must not keep a page from its readers.
   */
  private static Disclosure opened(SubjectKey key, Sealed one) {
    if (key.key() == null) {
      return null;
    }
    try {
      return AuditWriter.open(key, one.event(), one.path(), one.bytes());
    } catch (IllegalStateException | IllegalArgumentException e) {
      LOG.log(
          Level.WARNING, "The value %s of event %s is damaged".formatted(one.path(), one.event()));
      return null;
    }
  }

  private Map<UUID, SubjectKey> keys(
      Connection connection, TenantRef tenant, List<AuditEvent> events, List<Sealed> sealed)
      throws SQLException {
    Set<UUID> handles =
        events.stream()
            .flatMap(e -> Stream.of(e.actorHandle(), e.resourceId()))
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(HashSet::new));
    Map<UUID, SubjectKey> keys = subjects.byHandle(connection, tenant.id(), handles);
    Set<UUID> missing =
        sealed.stream()
            .map(Sealed::subject)
            .filter(subject -> !keys.containsKey(subject))
            .collect(Collectors.toSet());
    if (!missing.isEmpty()) {
      keys.putAll(subjects.bySubject(connection, tenant.id(), missing));
    }
    return keys;
  }

  private static List<Sealed> sealed(
      Connection connection, TenantRef tenant, Collection<UUID> events) throws SQLException {
    List<Sealed> found = new ArrayList<>();
    if (events.isEmpty()) {
      return found;
    }
    try (PreparedStatement query = connection.prepareStatement(SEALED)) {
      query.setObject(1, tenant.id().value());
      query.setArray(2, connection.createArrayOf("uuid", events.toArray()));
      // As text: Java orders UUIDs by their halves as signed numbers.
      List<String> ordered = events.stream().map(UUID::toString).sorted().toList();
      query.setString(3, ordered.get(0));
      query.setString(4, ordered.get(ordered.size() - 1));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(
              new Sealed(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  rows.getObject(3, UUID.class),
                  rows.getBytes(4)));
        }
      }
    }
    return found;
  }
}
