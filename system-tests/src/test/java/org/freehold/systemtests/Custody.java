package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.launcher.FreeholdServer;

/** Whom a server hands its checkpoints to: a store of objects, and auditors with a mailbox. */
final class Custody implements AutoCloseable {
  static final String AUDITOR = "anna@auditors.example";
  static final String SECOND_AUDITOR = "ben@auditors.example";
  private static final Duration SOON = Duration.ofSeconds(60);

  private final S3Server storage;
  private final PostOffice post = new PostOffice();

  Custody(S3Server storage) {
    this.storage = storage;
  }

  /** What the application is told of it, and that checkpoints are signed while a test waits. */
  Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>(storage.custody());
    variables.put("FREEHOLD_AUDIT_CHECKPOINT_SECONDS", "1");
    variables.put("FREEHOLD_AUDIT_ANNOUNCE_MINUTES", "0");
    variables.put("FREEHOLD_CUSTODY_MAIL_TO", AUDITOR + ", " + SECOND_AUDITOR);
    variables.put("FREEHOLD_MAIL_HOST", "127.0.0.1");
    variables.put("FREEHOLD_MAIL_PORT", Integer.toString(post.port()));
    variables.put("FREEHOLD_MAIL_SECURITY", "none");
    variables.put("FREEHOLD_MAIL_RETRY_SECONDS", "1");
    return variables;
  }

  /** The first checkpoint of the tenant's log in the store that is over more leaves than that. */
  SignedNote stored(TestTenant of, long leaves) {
    Path log = storage.checkpoints("audit.freehold.local/t/" + of.id());
    long size =
        Await.until(
            SOON,
            () -> sizes(log).stream().filter(one -> one > leaves).min(Long::compare).orElse(0L),
            found -> found > 0);
    try {
      return SignedNote.parse(Files.readString(log.resolve("" + size)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Long> sizes(Path log) {
    if (!Files.exists(log)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(log)) {
      return all.map(one -> one.getFileName().toString())
          .filter(name -> name.matches("[0-9]+"))
          .map(Long::valueOf)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int mails(String auditor) {
    return post.of(auditor).size();
  }

  /** All checkpoints in the archives that came to the first auditor. */
  List<String> told() throws Exception {
    List<String> notes = new ArrayList<>();
    for (MimeMessage mail : post.of(AUDITOR)) {
      assertThat(mail.getSubject()).startsWith("Checkpoints of the audit trail, ");
      BodyPart archive = ((MimeMultipart) mail.getContent()).getBodyPart(1);
      assertThat(archive.getFileName()).isEqualTo("checkpoints.zip");
      try (ZipInputStream zip = new ZipInputStream(archive.getInputStream())) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          String note = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
          Checkpoint told = Checkpoint.parse(SignedNote.parse(note).text());
          assertThat(entry.getName()).isEqualTo(told.origin() + "/" + told.size() + ".checkpoint");
          notes.add(note);
        }
      }
    }
    return notes;
  }

  /** Of checkpoints that were announced since the last mail. */
  static long digestsOfTomorrow(FreeholdServer server) {
    return count(
        server,
        "select count(*) from control.work_item where kind = 'checkpoint_digest'"
            + " and due_at > now() + interval '20 hours'");
  }

  /** Of one checkpoint by the store. */
  static long mostRefusals(FreeholdServer server) {
    return count(
        server, "select coalesce(max(refusals), 0) from control.checkpoint_copy where to_store");
  }

  private static long count(FreeholdServer server, String sql) {
    try (Connection connection = server.database().administrator().connect()) {
      return Database.count(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void anotherPeriodBegins(FreeholdServer server) throws SQLException {
    run(
        server,
        "update control.checkpoint_digest set made_at = made_at - interval '24 hours';"
            + " update control.work_item set due_at = now() where kind = 'checkpoint_digest'");
  }

  /** As if what was refused were put again after that time: an interval of PostgreSQL. */
  static void putAgain(FreeholdServer server, String in) throws SQLException {
    run(
        server,
        ("update control.checkpoint_copy set store_at = now() + interval '%1$s' where refusals > 0;"
                + " update control.work_item set due_at = now() + interval '%1$s'"
                + " where kind = 'checkpoint_store'")
            .formatted(in));
  }

  private static void run(FreeholdServer server, String sql) throws SQLException {
    try (Connection connection = server.database().administrator().connect()) {
      Database.run(connection, sql);
    }
  }

  @Override
  public void close() {
    post.close();
  }
}
