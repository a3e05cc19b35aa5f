package org.freehold.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import org.freehold.audit.internal.ChangedValues.PersonalValue;
import org.freehold.engine.transparency.Disclosure;
import org.freehold.engine.transparency.Leaf;
import org.freehold.engine.transparency.LeafActor;
import org.freehold.identity.Sealing;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;

/**
 * Gives an event its final form and inserts it on the connection it is given: the leaf as the exact
 * bytes that will be hashed, people by pseudonym, personal data as salted commitments with sealed
 * disclosures beside.
 */
@ApplicationScoped
public class AuditWriter {
  private static final int NONCE = 12;

  private final SecureRandom random = new SecureRandom();
  @Inject private SubjectKeys subjects;
  @Inject private AuditRows rows;
  @Inject private LogOrigin origin;
  @Inject private ActionCatalogue catalogue;
  @Inject private Clock clock;

  private static Set<UUID> people(CallContext call, AuditEntry entry, ChangedValues values) {
    Set<UUID> people = new LinkedHashSet<>();
    people.add(actorSubject(call));
    if (entry.aboutPerson()) {
      people.add(entry.resourceId());
    }
    values.personal().stream()
        .map(PersonalValue::subject)
        .filter(Objects::nonNull)
        .forEach(people::add);
    return people;
  }

  private static UUID actorSubject(CallContext call) {
    UserId person = call.actor().person();
    return person == null ? SubjectKey.NOBODY : person.value();
  }

  void write(Connection connection, CallContext call, AuditEntry entry) throws SQLException {
    // The trail is searched by time through ids, so neither may be ahead of the other.
    Instant now = entry.id() == null ? clock.instant() : Uuid7.time(entry.id());
    UUID id = entry.id() == null ? Uuid7.next() : entry.id();
    Account account =
        new Account(
            new ChangedValues(entry.before(), entry.after()),
            now,
            now,
            Account.FREEHOLD,
            catalogue.kindOf(entry.action()),
            null);
    write(connection, call, entry, id, account);
  }

  /** What the product tells, under this id. */
  void write(Connection connection, CallContext recording, ProductEvent event, UUID id)
      throws SQLException {
    Account account = event.account(observer(connection, recording), Uuid7.time(id));
    write(connection, event.call(recording), event.entry(id), id, account);
  }

  /** Who recorded it, by a key's id or a person's handle. */
  private String observer(Connection connection, CallContext call) throws SQLException {
    Actor actor = call.actor();
    UUID person = actorSubject(call);
    String id =
        actor.kind() == Actor.Kind.USER
            ? subjects
                .of(connection, call.tenantId(), List.of(person))
                .get(person)
                .handle()
                .toString()
            : actor.id() == null ? actor.name() : actor.id().toString();
    return actor.kind().wireName() + ":" + id;
  }

  private void write(
      Connection connection, CallContext call, AuditEntry entry, UUID id, Account account)
      throws SQLException {
    ChangedValues values = account.values();
    Map<UUID, SubjectKey> keys =
        subjects.of(connection, call.tenantId(), people(call, entry, values));
    SubjectKey actor = keys.get(actorSubject(call));
    SubjectKey target = entry.aboutPerson() ? keys.get(entry.resourceId()) : null;
    boolean known = call.actor().person() != null;
    UUID resource = target == null ? entry.resourceId() : target.handle();
    Leaf leaf = leaf(call, entry, id, account).actor(leafActor(call, known ? actor : null));
    if (entry.resourceType() != null) {
      boolean own = target == null && account.target() != null;
      String shown = resource == null ? null : resource.toString();
      leaf.target(entry.resourceType(), own ? account.target() : shown);
    }
    values.changes().forEach(leaf::change);
    List<AuditRows.SealedDisclosure> sealed = new ArrayList<>();
    personOf(call).forEach((path, value) -> disclose(leaf, id, actor, path, value, sealed));
    for (PersonalValue one : values.personal()) {
      SubjectKey subject = one.subject() != null ? keys.get(one.subject()) : orElse(target, actor);
      disclose(leaf, id, subject, one.path(), one.value(), sealed);
    }
    rows.insert(
        connection,
        new AuditRows.Row(
            call.tenantId().value(),
            id,
            leaf.content().bytes(),
            account.recorded(),
            entry,
            call.actor().kind().wireName(),
            known ? actor.handle() : null,
            resource,
            !values.personal().isEmpty(),
            call.requestId(),
            sealed));
  }

  private Leaf leaf(CallContext call, AuditEntry entry, UUID id, Account account) {
    return new Leaf()
        .log(origin.logOf(call.tenantId()))
        .id(id)
        .nonce(random)
        .time(account.occurred())
        .recorded(account.recorded())
        .action(entry.action(), account.kind())
        .outcome(entry.outcome())
        .reason(entry.error())
        .severity(entry.severity().ocsf())
        .request(call.requestId())
        .observer(account.observer());
  }

  private static LeafActor leafActor(CallContext call, SubjectKey key) {
    Actor actor = call.actor();
    String id =
        actor.kind() == Actor.Kind.API_KEY
            ? actor.id().toString()
            : key == null ? actor.name() : key.handle().toString();
    String session = actor.session() == null ? null : actor.session().toString();
    return new LeafActor(actor.kind().wireName(), id, null, session);
  }

  private static Map<String, String> personOf(CallContext call) {
    Map<String, String> person = new java.util.LinkedHashMap<>();
    if (call.actor().kind() == Actor.Kind.USER && call.actor().name() != null) {
      person.put("actor.email", call.actor().name());
    }
    if (call.ipAddress() != null) {
      person.put("actor.ip", call.ipAddress());
    }
    if (call.userAgent() != null) {
      person.put("actor.user_agent", call.userAgent());
    }
    return person;
  }

  private static SubjectKey orElse(SubjectKey target, SubjectKey actor) {
    return target == null ? actor : target;
  }

  /** The commitment is made though the person's key is damaged: then as if it had been erased. */
  private void disclose(
      Leaf leaf,
      UUID event,
      SubjectKey subject,
      String path,
      String value,
      List<AuditRows.SealedDisclosure> sealed) {
    Disclosure disclosure = Disclosure.of(random, path, value);
    leaf.disclosure(disclosure);
    if (subject.key() != null) {
      sealed.add(
          new AuditRows.SealedDisclosure(
              path, subject.subject(), seal(subject, event, disclosure)));
    }
  }

  private byte[] seal(SubjectKey subject, UUID event, Disclosure disclosure) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] clear = disclosure.encoded().getBytes(StandardCharsets.US_ASCII);
    byte[] body =
        Sealing.cipher(
            Cipher.ENCRYPT_MODE, subject.key(), nonce, purpose(event, disclosure.path()), clear);
    return ByteBuffer.allocate(NONCE + body.length).put(nonce).put(body).array();
  }

  /** The disclosure that was sealed for this event and path. */
  static Disclosure open(SubjectKey subject, UUID event, String path, byte[] sealed) {
    byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE);
    byte[] body = java.util.Arrays.copyOfRange(sealed, NONCE, sealed.length);
    byte[] clear =
        Sealing.cipher(Cipher.DECRYPT_MODE, subject.key(), nonce, purpose(event, path), body);
    return Disclosure.parse(new String(clear, StandardCharsets.US_ASCII));
  }

  private static String purpose(UUID event, String path) {
    return "disclosure:" + event + ":" + path;
  }
}
