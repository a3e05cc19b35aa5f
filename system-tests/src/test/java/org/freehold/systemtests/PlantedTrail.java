package org.freehold.systemtests;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.freehold.engine.transparency.ActionClass;
import org.freehold.engine.transparency.Leaf;
import org.freehold.engine.transparency.LeafActor;
import org.freehold.engine.transparency.LeafChange;
import org.freehold.engine.transparency.Outcome;

/**
 * Writes events of any time into the trail of a tenant, as the product would have written them
 * then; the product seals them.
 */
final class PlantedTrail implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final UUID SESSION = UUID.randomUUID();

  private final Connection connection;
  private final UUID tenant;

  PlantedTrail(TestTenant tenant) throws SQLException {
    connection = Database.asAdministrator();
    connection.setAutoCommit(false);
    this.tenant = UUID.fromString(tenant.id());
  }

  /** Who did something: a person by pseudonym, or a component by name. */
  record Who(String type, UUID person, String name, UUID session) {
    static Who someone() {
      return new Who("user", UUID.randomUUID(), null, SESSION);
    }

    static Who component(String name) {
      return new Who("system", null, name, null);
    }

    Who withoutSession() {
      return new Who(type, person, name, null);
    }
  }

  /** One event that is still to be written. */
  final class Event {
    private final Instant at;
    private final String action;
    private final Who who;
    private final Leaf leaf = new Leaf();
    private Instant told;
    private String type;
    private UUID target;
    private boolean success = true;

    private Event(Instant at, String action, Who who) {
      this.at = at;
      this.told = at;
      this.action = action;
      this.who = who;
    }

    Event on(String kind, UUID thing) {
      type = kind;
      target = thing;
      return this;
    }

    Event change(String path, Object before, Object after) {
      leaf.change(LeafChange.of(path, before, after));
      return this;
    }

    Event refused() {
      success = false;
      return this;
    }

    /** As a clock that is wrong would tell. */
    Event toldAsEarlierBy(Duration wrong) {
      told = at.minus(wrong);
      return this;
    }

    /** Writes it, and answers its id. */
    String plant() throws SQLException {
      UUID id =
          new UUID(
              at.toEpochMilli() << 16 | 0x7000L | (RANDOM.nextLong() & 0xfff),
              0x8000000000000000L | RANDOM.nextLong() >>> 2);
      String actor = who.person() == null ? who.name() : who.person().toString();
      String session = who.session() == null ? null : who.session().toString();
      leaf.log("audit.freehold.local/t/" + tenant)
          .id(id)
          .nonce(RANDOM)
          .time(told)
          .actor(new LeafActor(who.type(), actor, null, session))
          .action(action, ActionClass.UPDATE)
          .outcome(success ? Outcome.SUCCESS : Outcome.REFUSED)
          .severity(success ? 1 : 3)
          .request("planted")
          .observer("freehold");
      if (type != null) {
        leaf.target(type, target == null ? null : target.toString());
      }
      if (!success) {
        leaf.reason("not_allowed");
      }
      insert(id, leaf.content().bytes());
      return id.toString();
    }

    private void insert(UUID id, byte[] bytes) throws SQLException {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "with event as (insert into tenant.audit_event (tenant_id, id, leaf, recorded_at, action, actor_type,"
                  + " actor_handle, resource_type, resource_id, success, severity, pii_accessed, compliance_relevant,"
                  + " request_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, true, 'planted'))"
                  + " insert into control.audit_pending (event_id, tenant_id) values (?, ?)")) {
        int n = 0;
        insert.setObject(++n, tenant);
        insert.setObject(++n, id);
        insert.setBytes(++n, bytes);
        insert.setTimestamp(++n, Timestamp.from(told));
        insert.setString(++n, action);
        insert.setString(++n, who.type());
        insert.setObject(++n, who.person(), Types.OTHER);
        insert.setString(++n, type);
        insert.setObject(++n, target, Types.OTHER);
        insert.setBoolean(++n, success);
        insert.setString(++n, success ? "INFO" : "WARNING");
        insert.setObject(++n, id);
        insert.setObject(++n, tenant);
        insert.executeUpdate();
      }
    }
  }

  Event event(Instant at, String action, Who who) {
    return new Event(at, action, who);
  }

  /** All that was planted is there at once. */
  void commit() throws SQLException {
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
