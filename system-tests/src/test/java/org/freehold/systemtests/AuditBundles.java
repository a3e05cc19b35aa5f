package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.VerifierKey;
import org.freehold.engine.transparency.bundle.BundleVerifier;
import org.freehold.engine.transparency.bundle.Report;
import org.freehold.engine.transparency.bundle.Trust;

/** Bundles of trails, as auditors take and verify them. */
record AuditBundles(Path folder) {
  /** The whole trail, as it is now. */
  Path whole(Api api) throws IOException {
    return period(api, "{}");
  }

  Path period(Api api, String body) throws IOException {
    HttpResponse<byte[]> answer = api.bytes("POST", "/api/audit/exports", body);
    assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
    return Files.write(Files.createTempFile(folder, "bundle", ".zip"), answer.body());
  }

  static String checkpoint(Api api) {
    return api.get("/api/audit/checkpoint").is(200).text();
  }

  /** With the published key, and checkpoints that were kept. */
  static Report verify(Api api, Path bundle, String... kept) throws IOException {
    List<SignedNote> held = new ArrayList<>();
    for (String note : kept) {
      held.add(SignedNote.parse(note));
    }
    Trust trust = new Trust(List.of(), List.of(key(api)), held, null, false);
    return new BundleVerifier(trust).verify(bundle);
  }

  static VerifierKey key(Api api) {
    return VerifierKey.parse(
        api.get("/api/audit/keys").is(200).items().get(0).getString("verifier_key"));
  }

  static String pem(Api api) {
    return api.get("/api/audit/keys").is(200).items().get(0).getString("public_key");
  }
}
