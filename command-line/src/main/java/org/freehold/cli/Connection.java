package org.freehold.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.freehold.cli.rest.Failure;
import org.freehold.cli.rest.Server;
import org.freehold.cli.rest.Session;
import org.freehold.cli.rest.SessionFile;
import org.freehold.cli.rest.SignIn;
import org.freehold.cli.rest.Tokens;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which server a command talks to, in which tenant, as whom, and how it shows the answer. */
public final class Connection {
  private static final String DEFAULT_SERVER = "http://localhost:8080";

  /** How answers are shown. */
  enum Form {
    table,
    json
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "${env:FREEHOLD_SERVER:-}",
      description =
          "The server (FREEHOLD_SERVER; else the one that you signed in to, else "
              + DEFAULT_SERVER
              + ").")
  private String server;

  @Option(
      names = "--tenant",
      paramLabel = "SLUG",
      defaultValue = "${env:FREEHOLD_TENANT:-}",
      description = "The tenant (FREEHOLD_TENANT; else the one of the sign-in; - for none).")
  private String tenant;

  @Option(
      names = "--output",
      paramLabel = "FORM",
      defaultValue = "table",
      description = "How answers are shown: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private Form form;

  @Option(
      names = "--session",
      paramLabel = "FILE",
      defaultValue = "${env:FREEHOLD_CONFIG:-}",
      description =
          "The file of the sign-in (FREEHOLD_CONFIG; else .config/freehold/session.json at home).")
  private String session;

  /** The server as whoever FREEHOLD_TOKEN says, else as the signed-in person. */
  Server server() {
    return new Server(url(), tenant(), tokens());
  }

  /** The same server for requests that belong to no tenant. */
  Server platform() {
    return new Server(url(), Optional.empty(), tokens());
  }

  SessionFile sessionFile() {
    return new SessionFile(
        session.isBlank()
            ? Path.of(System.getProperty("user.home"), ".config", "freehold", "session.json")
            : Path.of(session));
  }

  URI url() {
    if (server.isBlank()) {
      return kept().map(Session::server).orElse(URI.create(DEFAULT_SERVER));
    }
    String plain = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
    if (!plain.matches("https?://[^/\\s@?#]+(/[^\\s?#]*)?")) {
      throw new Failure(
          server + " is no address of a server.", "Give one like https://freehold.example.");
    }
    return URI.create(plain);
  }

  /**
   * Only the named one, unless the request is of the person who signed in, and goes there. An API
   * key knows its tenant by itself.
   */
  Optional<String> tenant() {
    if (tenant.equals("-")) {
      return Optional.empty();
    }
    Optional<Session> ours = fromOutside().isPresent() ? Optional.empty() : keptHere();
    return named().or(() -> ours.flatMap(Session::tenant));
  }

  Optional<String> named() {
    return Optional.of(tenant).filter(slug -> !slug.isBlank() && !slug.equals("-"));
  }

  /** A kept token never goes to another server than the one that gave it. */
  Tokens tokens() {
    return fromOutside()
        .map(Tokens::fixed)
        .or(() -> keptHere().map(kept -> new SignIn(sessionFile())))
        .orElse(Tokens.none());
  }

  /** An access token or an API key that somebody else looks after. */
  private static Optional<String> fromOutside() {
    return Optional.ofNullable(System.getenv("FREEHOLD_TOKEN"))
        .map(String::strip)
        .filter(token -> !token.isEmpty());
  }

  PrintWriter out() {
    return command.commandLine().getOut();
  }

  PrintWriter err() {
    return command.commandLine().getErr();
  }

  /** Shows a list as the columns say, or as it came. */
  int show(JsonObject page, Table table) {
    if (form == Form.json) {
      return printJson(page);
    }
    out().print(table.of(page.getJsonArray("items").getValuesAs(JsonObject.class)));
    out().flush();
    if (!page.isNull("next")) {
      err().println("There is more: raise --limit.");
    }
    return 0;
  }

  /** Shows one thing, member by member, or as it came. */
  int show(JsonObject thing) {
    if (form == Form.json) {
      return printJson(thing);
    }
    out().print(Table.members(thing));
    out().flush();
    return 0;
  }

  /** Shows a line of a log that grows: one line, in either form. */
  void line(JsonObject line) {
    out()
        .println(
            wantsJson()
                ? line.toString()
                : "%s  %-7s  %s"
                    .formatted(
                        Table.text(line.get("time")),
                        Table.text(line.get("level")),
                        Table.text(line.get("message"))));
    out().flush();
  }

  /** Says what was done, or answers as the server did. */
  int done(JsonObject answer, String sentence) {
    if (form == Form.json) {
      return printJson(answer);
    }
    out().println(Table.printable(sentence));
    return 0;
  }

  boolean wantsJson() {
    return form == Form.json;
  }

  private int printJson(JsonObject json) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
      writer.write(json);
    }
    out().println(text.toString().strip());
    return 0;
  }

  private Optional<Session> kept() {
    return sessionFile().read();
  }

  private Optional<Session> keptHere() {
    return kept().filter(one -> one.server().equals(url()));
  }
}
