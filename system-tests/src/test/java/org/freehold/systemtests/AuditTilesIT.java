package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tree as C2SP tlog-tiles publishes it, read by somebody who knows only RFC 6962. */
class AuditTilesIT {
  private static final int HASH = 32;
  private static final int WIDTH = 256;

  private static TestTenant tenant;

  @BeforeAll
  static void aTrail() {
    tenant = Fixtures.tenant();
    for (int i = 0; i < 5; i++) {
      tenant.project();
    }
  }

  @Test
  void theHashesOfTheTilesMakeTheRootThatWasSigned() {
    String[] checkpoint = checkpoint();
    int size = Integer.parseInt(checkpoint[1]);
    assertThat(size).isGreaterThan(5).isLessThan(WIDTH);
    byte[] tile = tile("0/000.p/" + size).body();
    assertThat(tile).hasSize(size * HASH);
    assertThat(Base64.getEncoder().encodeToString(root(tile, 0, size))).isEqualTo(checkpoint[2]);
    HttpResponse<byte[]> narrower = tile("0/000.p/2");
    assertThat(narrower.body()).isEqualTo(Arrays.copyOf(tile, 2 * HASH));
    assertThat(narrower.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(narrower.headers().firstValue("Cache-Control").orElseThrow())
        .contains("immutable", "private");
  }

  @Test
  void anEventIsAtItsPlace() {
    String id = tenant.api().get("/api/audit-logs?limit=1").is(200).each("id").get(0);
    Answer proof = tenant.api().get("/api/audit-logs/" + id + "/proof").is(200);
    int index = proof.json().getInt("index");
    byte[] leaf = Base64.getDecoder().decode(proof.string("leaf"));
    byte[] tile = tile("0/000.p/" + (index + 1)).body();
    assertThat(Arrays.copyOfRange(tile, index * HASH, (index + 1) * HASH))
        .isEqualTo(sha(new byte[] {0}, leaf));
  }

  @Test
  void whatTheTreeDoesNotHaveIsNotThere() {
    for (String path :
        new String[] {
          "0/000",
          "0/000.p/255",
          "0/001.p/1",
          "1/000.p/1",
          "0/x000/000",
          "0/0",
          "0/000.p/256",
          "9/000.p/1",
          "entries/000.p/1"
        }) {
      assertThat(tenant.api().bytes("GET", "/api/audit/tree/tile/" + path).statusCode())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(tenant.as("viewer").bytes("GET", "/api/audit/tree/tile/0/000.p/1").statusCode())
        .isEqualTo(403);
  }

  private static String[] checkpoint() {
    return tenant.api().get("/api/audit/tree/checkpoint").is(200).text().split("\n");
  }

  private static HttpResponse<byte[]> tile(String path) {
    HttpResponse<byte[]> answer = tenant.api().bytes("GET", "/api/audit/tree/tile/" + path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer;
  }

  /** RFC 6962 §2.1. */
  private static byte[] root(byte[] hashes, int from, int to) {
    if (to - from == 1) {
      return Arrays.copyOfRange(hashes, from * HASH, to * HASH);
    }
    int split = from + Integer.highestOneBit(to - from - 1);
    return sha(new byte[] {1}, root(hashes, from, split), root(hashes, split, to));
  }

  private static byte[] sha(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
