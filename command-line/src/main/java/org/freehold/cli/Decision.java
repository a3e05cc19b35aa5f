package org.freehold.cli;

import static org.freehold.cli.rest.Server.encoded;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Base64;
import org.freehold.cli.rest.Failure;
import org.freehold.cli.rest.Server;
import picocli.CommandLine.Option;

/** What somebody says to a release before it may go on. */
final class Decision {
  @Option(
      names = "--environment",
      paramLabel = "ENVIRONMENT",
      required = true,
      description = "The environment that it is about.")
  private String environment;

  @Option(
      names = "--comment",
      paramLabel = "TEXT",
      description = "Why; it is kept with the decision.")
  private String comment;

  @Option(
      names = "--sign-with",
      paramLabel = "FILE",
      description = "Your private key in PEM, when you registered a key; it stays here.")
  private Path key;

  int send(Connection connection, String release, String verb, String decision) {
    Server server = connection.server();
    Given body = new Given().with("environment", environment).with("comment", comment);
    if (key != null) {
      body.with("signature", signature(connection, server, release, decision));
    }
    JsonObject answer = server.post(ReleaseCommand.path(release) + "/" + verb, body.toJson());
    return connection.done(answer, "%s is %s for %s.".formatted(release, decision, environment));
  }

  /** Over the very bytes that were looked at, and only when they say what was decided. */
  private String signature(Connection connection, Server server, String release, String decision) {
    SigningKey signer = SigningKey.read(key);
    String query = "?environment=" + encoded(environment) + "&decision=" + decision;
    JsonObject told =
        server.get(
            ReleaseCommand.path(release)
                + "/statement"
                + query
                + (comment == null ? "" : "&comment=" + encoded(comment)));
    byte[] payload = Base64.getDecoder().decode(told.getString("payload"));
    String digest = told.getString("manifest_digest");
    if (!subject(payload).equals(digest)) {
      throw new Failure("What is to be signed is about another manifest than " + digest + ".", "");
    }
    connection.err().println("Signed over manifest " + Table.printable(digest) + ".");
    return signer.sign(told.getString("payload_type"), payload);
  }

  /** The digest that an in-toto statement is about. */
  private static String subject(byte[] payload) {
    try (JsonReader json = Json.createReader(new ByteArrayInputStream(payload))) {
      JsonObject first = json.readObject().getJsonArray("subject").getJsonObject(0);
      return "sha256:" + first.getJsonObject("digest").getString("sha256");
    } catch (JsonException | NullPointerException | ClassCastException e) {
      throw new Failure("What is to be signed is no statement about a release.", "", e);
    }
  }
}
