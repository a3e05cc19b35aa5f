package org.freehold.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.net.URIAuthority;
import org.freehold.platform.Invalid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://example.com:99999/,port",
    "https://example.com:65536/,port",
    "https://example.com:0/,port",
    "https://example.com:-1/,format",
    "https://example.com:99999999999/,format",
    "https://example.com:x/,format",
    "https://user:word@example.com/,user",
    "https://@example.com/,user",
    "https://a@b@example.com/,user",
    "https://example.com/a#b,fragment",
    "https://example.com/#,fragment",
    "'https://example.com/a b',format",
    "' https://example.com/',format",
    "'https://example.com/\n',format",
    "'',format",
    "' ',format",
    "https:example.com,format",
    "https:///path,format",
    "https://,format",
    "example.com,format",
    "https://a_b.example/,format",
    "https://example.com/\u00e4,format",
    "https://ex\u00e4mple.com/,format",
    "https://[fe80::1%25eth0]/,format",
    "https://example.com/%zz,format",
    "https://example.com\\@elsewhere.example/,format"
  })
  void refusesWhatACallCouldNotTake(String url, String code) {
    Invalid refused = catchThrowableOfType(Invalid.class, () -> EndpointUrl.wellFormed(url));
    assertThat(refused).as(url).isNotNull();
    assertThat(refused.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.pointer()).isEqualTo("/url");
              assertThat(fault.code()).isEqualTo(code);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "https://EXAMPLE.com:8443/a/b?c=%C3%A4&d=1",
        "https://example.com:65535/",
        "https://example.com.:1/",
        "https://xn--exmple-cua.com/",
        "https://192.0.2.1/",
        "https://[2001:db8::1]:443/x",
        "http://localhost:8080/hook"
      })
  void takesWhatTheClientTakes(String url) throws URISyntaxException {
    URI taken = EndpointUrl.wellFormed(url);
    assertThat(taken).hasToString(url);
    assertThat(URIAuthority.create(taken.getRawAuthority()).getPort()).isEqualTo(taken.getPort());
    assertThat(AsyncRequestBuilder.post(url).build()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/x,https://A.example:443/y?z,true",
    "http://a.example,http://a.example:80/,true",
    "https://a.example/,http://a.example/,false",
    "https://a.example/,https://a.example:444/,false",
    "https://a.example/,https://b.a.example/,false",
    "http://a.example/,http://a.example:443/,false"
  })
  void aReceiverIsItsSchemeHostAndPort(String before, String after, boolean same) {
    assertThat(EndpointUrl.isSameReceiver(before, after)).isEqualTo(same);
  }
}
