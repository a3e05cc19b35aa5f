package org.freehold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.cli.ReleaseReplies.deployment;
import static org.freehold.cli.ReleaseReplies.page;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseApprovalTest {
  @TempDir private Path place;
  private final Terminal terminal = new Terminal();

  @AfterEach
  void close() {
    terminal.close();
  }

  @Test
  void saysHowADeploymentIsAndWhoDecided() {
    String deployments = "GET /api/releases/rel_1/deployments";
    String waiting = page(deployment("awaiting_approval", 0));
    terminal
        .server
        .on(deployments, 200, waiting)
        .on(deployments + "?environment=staging", 200, waiting)
        .on("POST /api/releases/rel_1/approve", 200, "{\"decision\":\"approved\"}")
        .on("POST /api/releases/rel_1/reject", 200, "{\"decision\":\"rejected\"}");
    assertThat(terminal.run("release", "status", "rel_1")).isZero();
    assertThat(terminal.out()).contains("staging", "awaiting_approval");
    assertThat(terminal.run("release", "status", "rel_1", "--environment", "staging")).isEqualTo(5);
    assertThat(
            terminal.run(
                "release", "approve", "rel_1", "--environment", "staging", "--comment", "Good"))
        .isZero();
    assertThat(terminal.run("release", "reject", "rel_1", "--environment", "staging")).isZero();
    assertThat(terminal.server.requests)
        .contains(
            "POST /api/releases/rel_1/approve {\"environment\":\"staging\",\"comment\":\"Good\"}",
            "POST /api/releases/rel_1/reject {\"environment\":\"staging\"}");
  }

  @Test
  void signsAnApprovalWithAKeyThatStaysHere() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path key = Files.writeString(place.resolve("me.pem"), pem("PRIVATE", pair.getPrivate()));
    String payload = "{\"subject\":[{\"digest\":{\"sha256\":\"ab\"}}]}";
    String statement = "GET /api/releases/rel_1/statement?environment=prod&decision=approved";
    terminal
        .server
        .on(statement, 200, statement(payload, "sha256:ab"))
        .on("POST /api/releases/rel_1/approve", 201, "{\"decision\":\"approved\"}");
    String[] approve = {"release", "approve", "rel_1", "--environment", "prod", "--sign-with"};
    assertThat(terminal.run(Terminal.with(approve, key.toString()))).isZero();
    String sent = terminal.server.requests.get(1);
    String signed = sent.replaceFirst(".*\"signature\":\"([^\"]+)\".*", "$1");
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(pair.getPublic());
    check.update(
        ("DSSEv1 4 text " + payload.length() + " " + payload).getBytes(StandardCharsets.UTF_8));
    assertThat(check.verify(Base64.getDecoder().decode(signed))).isTrue();
    assertThat(terminal.err()).contains("Signed over manifest sha256:ab.");

    terminal.server.on(statement, 200, statement(payload, "sha256:cd"));
    assertThat(terminal.run(Terminal.with(approve, key.toString()))).isEqualTo(1);
    assertThat(terminal.err()).contains("about another manifest than sha256:cd");
    Files.writeString(key, pem("PUBLIC", pair.getPublic()));
    assertThat(terminal.run(Terminal.with(approve, key.toString()))).isEqualTo(1);
    assertThat(terminal.err()).contains("me.pem is no private key that signs approvals.");
    assertThat(terminal.server.requests).filteredOn(one -> one.startsWith("POST")).hasSize(1);
  }

  @Test
  void registersAPublicKeyAndNeverAPrivateOne() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
    Path open = Files.writeString(place.resolve("me.pub"), pem("PUBLIC", pair.getPublic()));
    Path secret = Files.writeString(place.resolve("me.pem"), pem("PRIVATE", pair.getPrivate()));
    terminal
        .server
        .on("POST /api/release-signing-keys", 201, "{\"id\":\"k1\",\"key_id\":\"ab12\"}")
        .on("DELETE /api/release-signing-keys/k1", 204, "");
    assertThat(terminal.run("release", "keys", "register", "Laptop", open.toString())).isZero();
    assertThat(terminal.out()).contains("Key Laptop is registered as ab12.");
    assertThat(terminal.run("release", "keys", "register", "Laptop", secret.toString()))
        .isEqualTo(1);
    assertThat(terminal.run("release", "keys", "revoke", "k1")).isZero();
    assertThat(terminal.server.requests).hasSize(2);
  }

  private static String pem(String kind, Key key) {
    String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
    return "-----BEGIN %s KEY-----\n%s\n-----END %s KEY-----\n".formatted(kind, body, kind);
  }

  private static String statement(String payload, String digest) {
    String encoded = Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    return "{\"payload\":\"%s\",\"payload_type\":\"text\",\"manifest_digest\":\"%s\"}"
        .formatted(encoded, digest);
  }
}
