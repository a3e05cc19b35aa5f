package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;

/** The bytes that the server answered with. */
record Download(HttpResponse<byte[]> response) {
  static Download of(Api api, String file) {
    return new Download(api.bytes("GET", "/api/files/" + file + "/content"));
  }

  static Download of(Api api, String file, String header, String value) {
    return of(api.with(header, value), file);
  }

  static Download head(Api api, String file) {
    return new Download(api.bytes("HEAD", "/api/files/" + file + "/content"));
  }

  Download is(int status) {
    assertThat(response.statusCode()).isEqualTo(status);
    return this;
  }

  byte[] bytes() {
    return response.body();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  /**
   * Checks that these are the bytes of the content from the one position up to before the other.
   */
  void holds(byte[] content, int from, int to) {
    assertThat(bytes()).isEqualTo(Arrays.copyOfRange(content, from, to));
    assertThat(header("Content-Length")).isEqualTo(Integer.toString(to - from));
  }
}
