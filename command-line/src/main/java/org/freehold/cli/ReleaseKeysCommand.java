package org.freehold.cli;

import static org.freehold.cli.rest.Server.encoded;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.freehold.cli.rest.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The public keys that approvers sign with. */
@Command(
    name = "keys",
    description = "Register and revoke the keys that you sign approvals with.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold release keys list"})
final class ReleaseKeysCommand {
  private static final String KEYS = "/api/release-signing-keys";
  private static final int LARGEST_BYTES = 1000;

  @Command(
      name = "list",
      description = "List the keys that approvers registered.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold release keys list"})
  int list(@Mixin Connection connection, @Mixin RowLimit limit) {
    return connection.show(
        connection.server().list(KEYS, Map.of(), limit.rows()),
        Table.columns(
            "id", "name", "algorithm", "created_at:registered", "revoked_at:revoked", "key_id"));
  }

  @Command(
      name = "register",
      description = "Register a public key; from then on your approvals need its signature.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  openssl genpkey -algorithm ed25519 -out me.pem && openssl pkey -in me.pem -pubout -out me.pub",
        "  freehold release keys register 'My laptop' me.pub"
      })
  int register(
      @Mixin Connection connection,
      @Parameters(paramLabel = "NAME", description = "What you know it by.") String name,
      @Parameters(paramLabel = "FILE", description = "The public key, in PEM.") Path file) {
    JsonObject body =
        Json.createObjectBuilder().add("name", name).add("public_key", text(file)).build();
    JsonObject key = connection.server().post(KEYS, body);
    return connection.done(
        key, "Key %s is registered as %s.".formatted(name, key.getString("key_id")));
  }

  @Command(
      name = "revoke",
      description = "End a key of yours; what it signed stays signed.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  freehold release keys revoke 01937b5c-7000-7000-8000-000000000001"
      })
  int revoke(
      @Mixin Connection connection,
      @Parameters(paramLabel = "ID", description = "As in freehold release keys list.") String id) {
    connection.server().delete(KEYS + "/" + encoded(id));
    return connection.done(
        Json.createObjectBuilder().add("id", id).build(), "Key %s is revoked.".formatted(id));
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file);
      if (text.length() > LARGEST_BYTES || text.contains("PRIVATE")) {
        throw new Failure(
            file + " is no public key.", "Make one: openssl pkey -in FILE -pubout -out FILE.pub.");
      }
      return text;
    } catch (IOException e) {
      throw new Failure(file + " cannot be read.", e.toString(), e);
    }
  }
}
