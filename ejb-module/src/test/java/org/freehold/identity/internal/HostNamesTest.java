package org.freehold.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {
  private final HostNames hosts = new HostNames();

  @BeforeEach
  void below() {
    hosts.baseDomain = "example.com";
  }

  @Test
  void aNameBelowTheBaseNamesATenant() {
    assertThat(hosts.tenantOf("TechCorp.example.com").slug()).isEqualTo("techcorp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com", "127.0.0.1", "[::1]", "a.b.example.com", "-x.example.com"})
  void otherNamesOfOursNameNone(String host) {
    assertThat(hosts.tenantOf(host)).isEqualTo(new HostNames.Named(null, null));
  }

  @Test
  void aForeignNameMayBeACustomDomain() {
    assertThat(hosts.tenantOf("portal.techcorp.io").domain()).isEqualTo("portal.techcorp.io");
    assertThat(hosts.tenantOf("evilexample.com").slug()).isNull();
  }
}
