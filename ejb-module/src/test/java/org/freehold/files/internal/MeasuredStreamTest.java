package org.freehold.files.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.freehold.files.FileTooLarge;
import org.junit.jupiter.api.Test;

class MeasuredStreamTest {
  @Test
  void countsAndDigestsWhatFlowsThrough() throws IOException {
    MeasuredStream stream = of("abc", 3);
    assertThat(stream.read()).isEqualTo('a');
    assertThat(stream.readAllBytes()).isEqualTo(bytes("bc"));
    assertThat(stream.length()).isEqualTo(3);
    assertThat(stream.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void endsAtTheLimit() {
    assertThatThrownBy(() -> of("abcd", 3).readAllBytes()).isInstanceOf(FileTooLarge.class);
  }

  private static MeasuredStream of(String content, long most) {
    return new MeasuredStream(new ByteArrayInputStream(bytes(content)), most);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
