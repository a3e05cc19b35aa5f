package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;

/**
 * Whom a server sends to beside the receivers of webhooks: a mail server, a store of objects, and
 * two collectors of events, over HTTP and syslog; each at the end of a wire.
 */
final class Outside implements AutoCloseable {
  static final String AUDITOR = "anna@auditors.example";

  private final PostOffice post = new PostOffice();
  private final Receiver collector = new Receiver();
  private final SyslogServer syslog = new SyslogServer(ServerSocketFactory.getDefault(), 0);
  private final S3Server store;

  final Wire toPost = new Wire(post.port());
  final Wire toCollector = new Wire(URI.create(collector.url()).getPort());
  final Wire toSyslog = new Wire(syslog.port());
  final Wire toStore;

  Outside(Path folder) throws IOException {
    store = new S3Server(folder);
    toStore = new Wire(store.port());
  }

  /** What a server is told of all of them. */
  Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(store.custody());
    variables.put("FREEHOLD_CUSTODY_S3_ENDPOINT", "http://127.0.0.1:" + toStore.port());
    variables.put("FREEHOLD_CUSTODY_MAIL_TO", AUDITOR);
    variables.put("FREEHOLD_MAIL_HOST", "127.0.0.1");
    variables.put("FREEHOLD_MAIL_PORT", Integer.toString(toPost.port()));
    variables.put("FREEHOLD_MAIL_SECURITY", "none");
    variables.put("FREEHOLD_MAIL_RETRY_SECONDS", "1");
    variables.put("FREEHOLD_FORWARDING_ALLOW_HTTP", "true");
    variables.put("FREEHOLD_FORWARDING_ALLOWED_NETWORKS", "127.0.0.0/8");
    variables.put("FREEHOLD_FORWARDING_RETRY_SECONDS", "1");
    // Nobody else sends to a collector for six times as long after a node died.
    variables.put("FREEHOLD_FORWARDING_TIMEOUT_SECONDS", "3");
    return variables;
  }

  /** Whatever is sent is taken, and the sender does not hear of it. */
  void keepAnswers() {
    toPost.keepAnswersTo("\r\n.\r\n");
    toCollector.keepAnswersTo("class_uid");
    toSyslog.keepAnswersTo("audit@");
    // The end of a signed note; the em dash as it is on the wire.
    toStore.keepAnswersTo("\n\n\u00e2\u0080\u0094 ");
  }

  /** Nothing arrives any more. */
  void lose() {
    toPost.lose("DATA\r\n");
    toCollector.lose("POST /");
    toSyslog.lose("audit@");
    toStore.lose("PUT /");
  }

  void passOn() {
    wires().forEach(Wire::passOn);
  }

  /** How many sendings each is in the middle of. */
  List<Integer> kept() {
    return wires().map(Wire::kept).toList();
  }

  private Stream<Wire> wires() {
    return Stream.of(toPost, toCollector, toSyslog, toStore);
  }

  /** The events that came over HTTP, in the order in which they came. */
  List<JsonObject> collected() {
    return collector.all().stream().flatMap(one -> events(one.body())).toList();
  }

  /** Those that came over syslog. */
  List<JsonObject> logged() {
    return syslog.messages().stream()
        .flatMap(one -> events("[" + one.substring(one.indexOf('\ufeff') + 1) + "]"))
        .toList();
  }

  private static Stream<JsonObject> events(String array) {
    try (JsonReader reader = Json.createReader(new StringReader(array))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream();
    }
  }

  /** By their places in the trail; what came again at the same place is the same. */
  static Map<Long, JsonObject> byPlace(List<JsonObject> events) {
    Map<Long, JsonObject> all = new TreeMap<>();
    for (JsonObject event : events) {
      long place = event.getJsonObject("metadata").getJsonNumber("sequence").longValue();
      assertThat(all.getOrDefault(place, event)).isEqualTo(event);
      all.put(place, event);
    }
    return all;
  }

  static List<JsonObject> of(String action, Collection<JsonObject> events) {
    return events.stream()
        .filter(one -> one.getJsonObject("metadata").getString("event_code").equals(action))
        .toList();
  }

  /** How often the person was refused something. */
  static int refusals(String person, Collection<JsonObject> events) {
    return (int)
        events.stream()
            .filter(one -> one.getInt("status_id") == 2)
            .filter(one -> one.getJsonObject("actor").toString().contains(person))
            .count();
  }

  /** How often each mail came whose subject begins so, by its Message-ID. */
  Map<String, Long> mails(String beginning) {
    return post.all().stream()
        .filter(one -> header(one, "Subject").startsWith(beginning))
        .collect(Collectors.groupingBy(one -> header(one, "Message-ID"), Collectors.counting()));
  }

  private static String header(MimeMessage mail, String name) {
    try {
      return mail.getHeader(name, null);
    } catch (MessagingException e) {
      throw new IllegalStateException("A mail without " + name, e);
    }
  }

  /** The checkpoints in the store. */
  List<String> checkpoints() {
    try (Stream<Path> files = Files.walk(store.checkpoints(""))) {
      return files.filter(Files::isRegularFile).map(Outside::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (Wire wire : wires().toList()) {
      wire.close();
    }
    store.close();
    syslog.close();
    collector.close();
    post.close();
  }
}
