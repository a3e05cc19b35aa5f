package org.freehold.engine.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

  /** The example of the specification. */
  private static final String KEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  private static final String NOTE =
      "This is an example message.\n\n"
          + "\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

  /** The example of Go's package for notes, secret key and all. */
  private static final String GO_KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String GO_SECRET = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
  private static final String GO_TEXT =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n";
  private static final String GO_SIGNATURE =
      "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

  @Test
  void verifiesThePublishedNotes() {
    assertThat(SignedNote.parse(NOTE).isSignedBy(VerifierKey.parse(KEY))).isTrue();
    assertThat(SignedNote.parse(NOTE).isSignedBy(VerifierKey.parse(GO_KEY))).isFalse();
    assertThat(SignedNote.parse(NOTE)).hasToString(NOTE);
    assertThat(VerifierKey.parse(KEY)).hasToString(KEY);
    assertThat(HexFormat.of().formatHex(VerifierKey.parse(KEY).id())).isEqualTo("530d903a");
  }

  @Test
  void signsAsThePublishedNoteIsSigned() throws GeneralSecurityException {
    byte[] seed = Base64.getDecoder().decode(GO_SECRET);
    byte[] pkcs8 = HexFormat.of().parseHex("302e020100300506032b657004220420");
    byte[] encoded = Arrays.copyOf(pkcs8, pkcs8.length + 32);
    System.arraycopy(seed, 1, encoded, pkcs8.length, 32);
    PrivateKey secret =
        KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    assertThat(SignedNote.of(GO_TEXT, VerifierKey.parse(GO_KEY), secret))
        .hasToString(GO_TEXT + "\n" + GO_SIGNATURE);
  }

  @Test
  void whatIsChangedIsNotSigned() {
    VerifierKey key = VerifierKey.parse(KEY);
    for (String changed :
        List.of(
            NOTE.replace("example message", "exAmple message"),
            NOTE.replace("message.\n", "message.\n\nMore.\n"),
            NOTE.replace("example.com/foo Uw2Q", "example.com/fop Uw2Q"),
            NOTE.replace("Uw2QOkn8", "Uw2QOkn9"))) {
      assertThat(SignedNote.parse(changed).isSignedBy(key)).as(changed).isFalse();
    }
    // A second signature under the same name and id must hold as well.
    String line = NOTE.substring(NOTE.indexOf('\u2014'));
    assertThat(SignedNote.parse(NOTE + line).isSignedBy(key)).isTrue();
    assertThat(SignedNote.parse(NOTE + line.replace("Okn8", "Okn9")).isSignedBy(key)).isFalse();
    // Others' signatures are none of our business.
    assertThat(SignedNote.parse(NOTE + GO_SIGNATURE).isSignedBy(key)).isTrue();
    assertThat(SignedNote.parse(NOTE + GO_SIGNATURE).verifiedBy(List.of(key))).isEqualTo(key);
    assertThat(SignedNote.parse(NOTE).verifiedBy(List.of())).isNull();
  }

  @Test
  void refusesWhatIsNoNote() {
    for (String text :
        List.of(
            "",
            "\n",
            "text\n",
            "text\n\n",
            "text\n\n\u2014 name\n",
            "text\n\n\u2014 name AAAAAA==\n",
            "text\n\n\u2014 na+me AAAAAAA=\n",
            "text\n\nno line\n",
            "te\txt\n" + NOTE,
            NOTE.strip())) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> SignedNote.parse(text));
    }
  }

  @Test
  void refusesWhatIsNoKey() {
    for (String text :
        List.of(
            "",
            "name",
            KEY.replace("530d903a", "530d903b"),
            KEY.replace("example.com/foo", "example.com/fop"),
            KEY.replace("+Aeky", "+Beky"),
            "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            KEY.substring(0, KEY.length() - 4))) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> VerifierKey.parse(text));
    }
  }

  @Test
  void aCheckpointIsSignedUnderTheNameOfItsLog() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    VerifierKey key = VerifierKey.of("anything", pair.getPublic());
    Checkpoint checkpoint =
        new Checkpoint("audit.example/t/1", 8, Vectors.hex(Vectors.ROOTS.get(8)));
    SignedNote note = checkpoint.signed(key, pair.getPrivate());
    assertThat(note.text())
        .isEqualTo("audit.example/t/1\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n");
    assertThat(note.isSignedBy(key)).isFalse();
    assertThat(note.isSignedBy(key.named("audit.example/t/1"))).isTrue();
    assertThat(Checkpoint.parse(SignedNote.parse(note.toString()).text())).isEqualTo(checkpoint);
  }

  @Test
  void refusesWhatIsNoCheckpoint() {
    String root = "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n";
    assertThat(Checkpoint.parse("log\n0\n" + root).size()).isZero();
    for (String text :
        List.of(
            "",
            "log\n8\n",
            "log\n08\n" + root,
            "log\n-8\n" + root,
            "log\n8\nAAAA\n",
            "l og\n8\n" + root,
            "log\n8\n" + root.strip())) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> Checkpoint.parse(text));
    }
  }

  @Test
  void oneTextProvesOneLeaf() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    VerifierKey key = VerifierKey.of("log", pair.getPublic());
    ReferenceTree tree = new ReferenceTree(5);
    SignedNote note = new Checkpoint("log", 5, tree.root(5)).signed(key, pair.getPrivate());
    String text = new InclusionNote(2, tree.inclusion(2, 5), note).toString();
    assertThat(text).startsWith("c2sp.org/tlog-proof@v1\nindex 2\n");
    InclusionNote read = InclusionNote.parse(text);
    assertThat(read.proves("leaf 2".getBytes(), key)).isTrue();
    assertThat(read.proves("leaf 3".getBytes(), key)).isFalse();
    assertThat(read.proves("leaf 2".getBytes(), key.named("other"))).isFalse();
    assertThat(InclusionNote.parse(text.replace("index 2", "extra AAAA\nindex 2")).index())
        .isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InclusionNote.parse(text.replace("index 2", "index 02")));
  }
}
