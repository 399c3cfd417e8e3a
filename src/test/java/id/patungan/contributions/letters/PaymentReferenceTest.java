package id.patungan.contributions.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** References after ISO 11649: the standard's own example, and every single slip of the pen. */
class PaymentReferenceTest {

    @Test
    void theExampleOfTheStandardIsValid() {
        assertThat(PaymentReference.isValid("RF18 5390 0754 7034")).isTrue();
        assertThat(PaymentReference.isValid("rf18539007547034")).isTrue();
        assertThat(PaymentReference.isValid("RF18 5390 0754 7035")).isFalse();
        assertThat(PaymentReference.isValid("")).isFalse();
        assertThat(PaymentReference.isValid("5390 0754 7034")).isFalse();
    }

    @Test
    void aChargeHasAReferenceInGroupsOfFour() {
        var reference = PaymentReference.of("AS-2006-0001", 2);
        assertThat(reference).matches("RF[0-9]{2} AS20 0600 0100 2");
        assertThat(PaymentReference.isValid(reference)).isTrue();
    }

    @Test
    void everyWrongOrExchangedCharacterIsNoticed() {
        for (int place = 1; place <= 500; place += 83) {
            var reference = PaymentReference.of("AS-2026-0417", place).replace(" ", "");
            for (int at = 4; at < reference.length(); at++) {
                for (var wrong : "0123456789AS".toCharArray()) {
                    if (wrong == reference.charAt(at)) continue;
                    var written = new StringBuilder(reference);
                    written.setCharAt(at, wrong);
                    assertThat(PaymentReference.isValid(written.toString())).isFalse();
                }
                if (at > 4 && reference.charAt(at) != reference.charAt(at - 1)) {
                    var written = new StringBuilder(reference);
                    written.setCharAt(at, reference.charAt(at - 1));
                    written.setCharAt(at - 1, reference.charAt(at));
                    assertThat(PaymentReference.isValid(written.toString())).isFalse();
                }
            }
        }
    }
}
