package org.freehold.retention.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFramesTest {
  private static final int FRAME = 1 << 20;
  private static final int SEALED = FRAME + 20;
  private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
  private static final String PURPOSE = "retention-archive:1:2";

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] sealed(byte[] clear) throws IOException {
    return SealedFrames.sealed(new ByteArrayInputStream(clear), KEY, PURPOSE).readAllBytes();
  }

  private static byte[] opened(byte[] sealed, String purpose) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SealedFrames.open(new ByteArrayInputStream(sealed), KEY, purpose, out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME})
  void whatWasSealedIsOpenedAndAsLongAsItSays(int length) throws IOException {
    byte[] clear = bytes(length);
    byte[] sealed = sealed(clear);
    assertThat(sealed).hasSize((int) SealedFrames.length(length));
    assertThat(opened(sealed, PURPOSE)).isEqualTo(clear);
  }

  @Test
  void aBitThatIsAnotherIsFoundWhereverItIs() throws IOException {
    byte[] sealed = sealed(bytes(2 * FRAME + 5));
    for (int at : new int[] {4, SEALED - 1, SEALED + 4, sealed.length - 1}) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> opened(changed, PURPOSE)).isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> opened(sealed, "retention-archive:1:3"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void framesThatAreCutOffLeftOutOrSwappedAreFound() throws IOException {
    byte[] sealed = sealed(bytes(3 * FRAME));
    byte[] cut = Arrays.copyOf(sealed, 2 * SEALED);
    assertThatThrownBy(() -> opened(cut, PURPOSE)).isInstanceOf(IOException.class);
    byte[] without = Arrays.copyOfRange(sealed, SEALED, sealed.length);
    assertThatThrownBy(() -> opened(without, PURPOSE)).isInstanceOf(IOException.class);
    byte[] swapped = sealed.clone();
    System.arraycopy(sealed, 0, swapped, SEALED, SEALED);
    System.arraycopy(sealed, SEALED, swapped, 0, SEALED);
    assertThatThrownBy(() -> opened(swapped, PURPOSE)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> opened(Arrays.copyOf(sealed, 2), PURPOSE))
        .isInstanceOf(IOException.class);
  }
}
