/**
 * Who pays from where: the payment lines of a party ({@link
 * id.patungan.contributions.paying.PaymentLines}), by which its paying units carry its charges,
 * each by a route and an account code of its own budget, and out of whose money in the end.
 */
@NamedInterface("paying")
@NullMarked
package id.patungan.contributions.paying;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
